/* Names compared by sound, in any script: the matcher of tidings for a browser. `tidings.tables`
   (sounds.js) holds what letters sound like; an index holds the names, already read. Nothing is
   asked of any server. Rows of a cost table begin with the gap. */
"use strict";
(() => {
  const tidings = globalThis.tidings;
  const { tables } = tidings;
  const { scores } = tables;
  const HAN = 0, LATIN = 1, LETTERS = 2, ARABIC = 3, KINDS = 4;
  const FAR = -9, MOST_PARTS = 6, LONGEST = 40, MOST_SPLITS = 3, NOBODY = -1e9;
  /* What it costs that a name goes on after what was typed. */
  const UNFINISHED = 0.6;

  const BETWEEN = new RegExp(`[${tables.separators}]+`, "u");
  const SYLLABLE = /^(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?([aeiouv]+)(ng|n|r)?$/;
  const IS_HAN = /[\u3400-\u4dbf\u4e00-\u9fff]/;
  const codes = tables.symbols.map((symbols) => new Map(symbols.map((each, at) => [each, at + 1])));
  const syllables = new Set(tables.syllables);
  const childWords = new Set(tables.childWords), titles = new Set(tables.titles);
  const childBefore = new Set(tables.childBefore);
  const titlesAnywhere = new Set(tables.titlesAnywhere), digraphs = new Set(tables.digraphs);
  const latinGroups = new RegExp([...tables.symbols[LATIN], ...Object.keys(tables.latinGroups)].sort((a, b) => b.length - a.length).join("|"), "g");
  const bare = (letter) => letter.normalize("NFD")[0];

  /* Chinese characters, once characters.js is there. */
  let readings = null, simple = null;
  const knowCharacters = () => {
    if (readings || !tidings.characters) return;
    readings = new Map();
    for (const [syllable, all] of Object.entries(tidings.characters.readings))
      for (const each of all) readings.set(each, syllable);
    simple = new Map();
    for (const [simplified, all] of Object.entries(tidings.characters.simplified))
      for (const each of all) simple.set(each, simplified);
  };

  /* Letters that stray from the script of their word, put right. */
  const { cyrillic: CYRILLIC_FOR, latin: LATIN_FOR, greek: GREEK } = tables.doubles;
  const double = (letter, table) => table[letter] ?? table[letter.toLowerCase()];
  const inOneScript = (word) => {
    const of = (script, text) => text.match(new RegExp(`\\p{Script=${script}}`, "gu")) ?? [];
    const mixed = ["Latin", "Cyrillic", "Greek"].filter((script) => of(script, word).length).length > 1;
    if (!mixed) return word;
    const text = of("Greek", word).length ? [...word].map((each) => GREEK[each] ?? each).join("") : word;
    const strayLatin = of("Latin", text), strayCyrillic = of("Cyrillic", text);
    const fitsCyrillic = strayLatin.every((each) => double(each, CYRILLIC_FOR));
    const fitsLatin = strayCyrillic.every((each) => double(each, LATIN_FOR));
    const isCyrillic = fitsCyrillic === fitsLatin ? strayCyrillic.length >= strayLatin.length : fitsCyrillic;
    const table = isCyrillic ? CYRILLIC_FOR : LATIN_FOR;
    return [...text].map((each) => double(each, table) ?? each).join("");
  };

  /* A name into its parts. */
  const first = (text, count) => [...text].slice(0, count).join("");
  const normalised = (word) => {
    const folded = inOneScript(first(word, 200).normalize("NFKC")).toLowerCase()
      .replace(/[’‘ʼʻ`´ʹ′ˈ]/g, "'").replace(/i\u0307/g, "i").replace(/ـ/g, "").normalize("NFC");
    const kept = folded.replace(/(?<=[a-zü])[1-5 ](?=[aeo])/g, "'").replace(/[^\p{L}\p{M}']/gu, "").replace(/^'+|'+$/g, "");
    return [...first(kept.normalize("NFC"), 60).replace(/'+$/, "")].map((each) => simple?.get(each) ?? each).join("");
  };
  const cut = (token, endings) => {
    const shortest = IS_HAN.test(token.at(-1)) ? 2 : 3;
    for (const [ending, after] of endings) {
      if (!token.endsWith(ending) || token.length - ending.length < shortest) continue;
      let stem = token.slice(0, -ending.length);
      if (after && !after.includes(stem.at(-1))) continue;
      if ((tables.glides[ending] ?? "").includes(stem.at(-1)) && stem.length > shortest) stem = stem.slice(0, -1);
      return stem;
    }
    return "";
  };
  const role = (token, later) => {
    if (titles.has(token) && (later || titlesAnywhere.has(token))) return { token, role: "title" };
    const child = cut(token, tables.childEndings);
    if (child) return { token: child, role: "patronymic" };
    const surname = cut(token, tables.surnameEndings);
    return surname ? { token: surname, role: "surname" } : { token, role: "" };
  };
  /* -ин is a surname's ending only beside a patronymic. */
  const seenTogether = (parts) => {
    const open = parts.filter((part) => !part.role);
    if (open.length < 2 || !parts.some((part) => part.role === "patronymic")) return parts;
    const likely = open.at(parts.at(-1).role === "patronymic" ? 0 : -1);
    likely.token = cut(likely.token, tables.besideEndings) || likely.token;
    return parts;
  };
  const partsOf = (name) => {
    const parts = [];
    for (const token of joined(name.split(BETWEEN).filter(Boolean).slice(0, 60)).map(normalised).filter(Boolean)) {
      if (childWords.has(token) && parts.length) parts.at(-1).role = "patronymic";
      else if (parts.length < 2 || !childBefore.has(parts.at(-1).token)) parts.push(role(token, parts.length > 0));
      else if (!titles.has(token)) parts[parts.length - 1] = { ...role(token, true), role: "patronymic" };
    }
    const named = seenTogether(parts).filter((part) => part.role !== "title");
    return (named.length ? named : parts).slice(0, MOST_PARTS).map((part) => part.token);
  };

  /* Pinyin written syllable by syllable. */
  const RUN = 4, SHORTEST = 2;
  const toneless = (word) => word.normalize("NFD").replace(/[\u0304\u0301\u030c\u0300]/g, "").normalize("NFC");
  const isSyllable = (word) => syllables.has(toneless(word.toLowerCase()).replace(/[1-5]+$/, "").replace(/ü/g, "v"));
  const surnameSyllables = new Set(tables.surnameSyllables);
  const startsOf = (words) => {
    if (words.length >= RUN) return [0];
    if (surnameSyllables.has(words[0])) return [0, 1];
    return surnameSyllables.has(words.at(-1)) ? [0, words.length - 1] : words.map((_, at) => at);
  };
  const joined = (words) => {
    if (words.length <= SHORTEST || !words.every(isSyllable)) return words;
    const capitals = words.flatMap((word, at) => (/^\p{Lu}/u.test(word) ? [at] : []));
    const told = capitals[0] === 0 && capitals.length < words.length;
    const starts = told ? capitals : startsOf(words.map((word) => word.toLowerCase()));
    return starts.map((at, nth) => words.slice(at, starts[nth + 1] ?? words.length).join(" "));
  };
  const together = (way) => way.reduce((token, each) => (token && "aeo".includes(each[0]) ? `${token}'${each}` : token + each), "");
  const halves = (token) => {
    const [way] = pinyinWays(token);
    if (!way || way.length < RUN) return [];
    const cuts = Array.from({ length: way.length - 2 * SHORTEST + 1 }, (_, at) => at + SHORTEST);
    return cuts.map((at) => [together(way.slice(0, at)), together(way.slice(at))]);
  };
  const views = (parts) => {
    const seen = [parts];
    if (parts.length <= 4)
      for (let at = 0; at + 1 < parts.length; at++)
        if (block(parts[at]) === block(parts[at + 1]))
          seen.push([...parts.slice(0, at), first(parts[at] + parts[at + 1], 60), ...parts.slice(at + 2)]);
    const [only] = parts;
    if (parts.length === 1 && /^[\u4e00-\u9fff]{2,3}$/.test(only) && tables.surnames.includes(only[0]))
      seen.push([only[0], only.slice(1)]);
    return parts.length === 1 ? [...seen, ...halves(only)] : seen;
  };

  /* A part into what it may sound like: {kind, codes, penalty}. */
  const BLOCKS = { HAN: IS_HAN, CYRILLIC: /\p{Script=Cyrillic}/u, ARABIC: /\p{Script=Arabic}/u, LATIN: /\p{Script=Latin}/u };
  const block = (token) => {
    const weights = new Map();
    for (const letter of token) {
      const found = Object.keys(BLOCKS).find((each) => BLOCKS[each].test(letter));
      if (found) weights.set(found, (weights.get(found) ?? 0) + (found === "HAN" ? 2 : 1));
    }
    return [...weights].reduce((most, each) => (each[1] > most[1] ? each : most), ["", 0])[0];
  };
  const sound = (kind, symbols, penalty = 0) => {
    const found = symbols.map((each) => codes[kind].get(each)).filter(Boolean);
    return { kind, penalty, codes: found.slice(0, LONGEST) };
  };
  const once = (symbols) => symbols.filter((each, at) => each !== symbols[at - 1]);
  const mapped = (pieces, table) => once(pieces.flatMap((each) => [...(table[each] ?? table[bare(each)] ?? "")]));
  const cyrillic = (token) => mapped(token.match(/дж|./gu), { ...tables.cyrillic, дж: "j" });
  const latin = (token) => {
    const [, own = {}] = tables.manners.find(([signs]) => new RegExp(signs, "u").test(token)) ?? [];
    const fold = (letter) => {
      if (codes[LATIN].has(letter) || letter === "'") return letter;
      return tables.latinLetters[letter] ?? (codes[LATIN].has(bare(letter)) ? bare(letter) : "");
    };
    const groups = [...token].map((each) => own[each] ?? fold(each)).join("").match(latinGroups) ?? [];
    return once(groups.map((each) => tables.latinGroups[each] ?? each));
  };
  const hForE = new RegExp(tables.hForE, "gu"), yForI = new RegExp(tables.yForI, "gu");
  const has = (token, letters) => [...token].some((each) => letters.includes(each));
  /* Kazakh in Arabic letters: a mark at the beginning, or the other letters, make the vowels of a
     word front; the second half of a compound is a word of its own. */
  const totePiece = new RegExp(tables.totePiece, "gu"), toteElement = new RegExp(tables.toteElement, "u");
  const uyghurSigns = new RegExp(tables.uyghurSigns, "u");
  const harmony = (word) => {
    if (word && tables.frontMarks.includes(word[0])) return { ...tables.tote, ...tables.fronted };
    const front = has(word, tables.saysFront) && !has(word, tables.saysBack);
    return front ? { ...tables.tote, ...tables.fronted, ا: "a" } : tables.tote;
  };
  const tote = (token) => {
    const start = toteElement.exec(token)?.index ?? token.length;
    const stem = harmony(token.slice(0, start)), element = harmony(token.slice(start));
    const symbols = [...token.matchAll(totePiece)].flatMap(({ 0: piece, index, groups }) => {
      if (groups.front) return [...tables.fronted[piece]];
      const y = Object.keys(tables.toteY).find((each) => groups[each]);
      if (y) return [...tables.toteY[y]];
      const later = piece === "ا" && index > tables.lastOfFirstSyllable;
      const table = later ? tables.tote : index < start ? stem : element;
      return [...(table[piece] ?? table[bare(piece)] ?? "")];
    });
    return once(symbols);
  };
  const turkicReadings = (token) => {
    const vowelled = token.replace(yForI, "ى");
    const spelled = vowelled.includes("ە") ? vowelled : vowelled.replace(hForE, "ە");
    const uyghur = sound(LETTERS, mapped([...spelled], tables.turkicArabic));
    const kazakh = sound(LETTERS, tote(token));
    if (has(token, tables.toteSigns) && has(token, tables.onlyTurkic) && !has(token, tables.onlyArabic)) return [kazakh];
    if (`${kazakh.codes}` === `${uyghur.codes}` || uyghurSigns.test(token)) return [uyghur];
    return [uyghur, { ...kazakh, penalty: scores.tote }];
  };
  const arabicReadings = (token) => {
    const arabicOnly = has(token, tables.onlyArabic), turkicOnly = has(token, tables.onlyTurkic) || token.startsWith(tables.uyghurStart);
    const forms = [...token].map((each) => tables.arabicForms[each] ?? each).filter((each) => codes[ARABIC].has(each));
    const plain = sound(ARABIC, once(forms));
    if (arabicOnly && !turkicOnly) return [plain];
    if (turkicOnly && !arabicOnly) return turkicReadings(token);
    const unsure = turkicReadings(token).map((each) => ({ ...each, penalty: each.penalty + scores.unsureTurkic }));
    return [...unsure, plain];
  };
  const symbolsOf = (syllable) => {
    if (syllable === "er") return ["R"];
    const found = SYLLABLE.exec(syllable);
    if (!found) return [];
    let [, initial = "", vowels, coda = ""] = found;
    if ("jqxy".includes(initial) && initial && vowels[0] === "u") vowels = "v" + vowels.slice(1);
    if (["yi", "yv", "wu"].includes(initial + vowels[0])) initial = "";
    if (vowels === "i" && ["z", "c", "s", "zh", "ch", "sh", "r"].includes(initial)) vowels = "ɨ";
    else if (vowels === "e" && initial !== "y") vowels = "ə";
    const tail = { n: ["ñ"], ng: ["ŋ"], r: ["R"] }[coda] ?? [];
    return [...(initial ? [initial] : []), ...vowels, ...tail];
  };
  const unlikely = (way) => way.length + 0.6 * way.slice(1).filter((each) => "aeo".includes(each[0])).length;
  const byLikelihood = (a, b) => unlikely(a) - unlikely(b) || (a.join("\0") < b.join("\0") ? -1 : 1);
  const cuts = (piece) => {
    const ends = [[[]]];
    for (let end = 1; end <= piece.length; end++) {
      ends.push([]);
      for (let start = Math.max(0, end - 6); start < end; start++)
        if (syllables.has(piece.slice(start, end)))
          ends[end].push(...ends[start].map((way) => [...way, piece.slice(start, end)]));
      ends[end] = ends[end].sort(byLikelihood).slice(0, MOST_SPLITS);
    }
    return ends[piece.length];
  };
  const pinyinWays = (token) => {
    const pieces = toneless(token).replace(/ü/g, "v").replace(/lyu/g, "lv").replace(/nyu/g, "nv").split("'").filter(Boolean);
    if (!pieces.length || token.length > LONGEST) return [];
    let ways = [[]];
    for (const piece of pieces) {
      const found = cuts(piece);
      ways = ways.flatMap((way) => found.map((each) => [...way, ...each])).slice(0, MOST_SPLITS);
    }
    return ways;
  };
  const pinyinReadings = (token) =>
    pinyinWays(token).map((way, at) => sound(HAN, way.flatMap(symbolsOf), scores.pinyin + scores.laterSplit * at));
  const plainReadings = (token) => {
    const script = block(token);
    if (script === "HAN") return [sound(HAN, [...token].flatMap((each) => symbolsOf(readings?.get(each) ?? "")))];
    if (script === "CYRILLIC") return [sound(LETTERS, cyrillic(token))];
    if (script === "ARABIC") return arabicReadings(token);
    return [sound(LATIN, latin(token)), ...pinyinReadings(token)];
  };
  const soundsOf = (token) => {
    const found = plainReadings(token);
    const shortest = IS_HAN.test(token.at(-1)) ? 2 : 3;
    const address = tables.addresses.find(([each]) => token.endsWith(each) && token.length - each.length >= shortest);
    if (address)
      for (const each of plainReadings(token.slice(0, -address[0].length)))
        found.push({ ...each, penalty: each.penalty + address[1] });
    return found.filter((each) => each.codes.length);
  };

  /* What two readings say for or against being one name. */
  const sizes = tables.symbols.map((symbols) => symbols.length + 1);
  const step = (2 * tables.widest) / (tables.steps.length - 1);
  const matrices = new Map();
  const matrix = (a, b) => {
    const key = a * KINDS + b;
    if (!matrices.has(key)) {
      const text = a <= b ? tables.costs[a][b] : tables.costs[b][a];
      const table = new Float32Array(sizes[a] * sizes[b]);
      for (let i = 0; i < sizes[a]; i++)
        for (let j = 0; j < sizes[b]; j++)
          table[i * sizes[b] + j] = tables.steps.indexOf(text[a <= b ? i * sizes[b] + j : j * sizes[a] + i]) * step - tables.widest;
      matrices.set(key, table);
    }
    return matrices.get(key);
  };
  const gains = new Map();
  const possible = (a, b, row) => {
    const key = a * KINDS + b;
    if (!gains.has(key)) {
      const table = matrix(a, b), width = sizes[b];
      gains.set(key, Array.from({ length: sizes[a] }, (_, i) => (i ? Math.max(0, ...table.subarray(i * width + 1, (i + 1) * width)) : 0)));
    }
    return row.reduce((sum, code) => sum + gains.get(key)[code], 0);
  };
  const calibrated = (raw, length, most, a, b) => {
    const rate = raw / (length + 2), logs = Math.log(length);
    const [first, second] = tables.calibration[a][b];
    return Math.min(
      first[0] + rate * (first[1] + first[2] * logs),
      second[0] + rate * (second[1] + second[2] * logs),
      (tables.most * raw) / Math.max(most, 1),
    );
  };

  /* Raise `best` to the score of one reading with every word of its index. Words are sorted, so
     that a word takes over the rows of the alignment that it shares with the word before. */
  const scan = (reading, words, b, unfinished, best) => {
    const { kind: a, codes: row } = reading, n = row.length, width = sizes[b];
    const table = matrix(a, b), ours = possible(a, b, row);
    const sums = Array.from({ length: LONGEST + 1 }, () => new Float32Array(n + 1));
    for (let i = 1; i <= n; i++) sums[0][i] = sums[0][i - 1] + table[row[i - 1] * width];
    for (const { codes: word, shared, most, penalty, token } of words) {
      for (let depth = shared; depth < word.length; depth++) {
        const symbol = word[depth], above = sums[depth], here = sums[depth + 1], extra = table[symbol];
        here[0] = above[0] + extra;
        for (let i = 1; i <= n; i++) {
          const from = row[i - 1] * width;
          here[i] = Math.max(above[i - 1] + table[from + symbol], here[i - 1] + table[from], above[i] + extra);
        }
      }
      const end = word.length, cost = reading.penalty + penalty;
      let score = calibrated(sums[end][n], (n + end) / 2, (ours + most[a][end]) / 2, a, b) - cost;
      if (unfinished)
        for (let depth = Math.max(1, n - 2); depth < end; depth++) {
          const so = calibrated(sums[depth][n], (n + depth) / 2, (ours + most[a][depth]) / 2, a, b);
          score = Math.max(score, so - cost - UNFINISHED);
        }
      if (score > best[token]) best[token] = score;
    }
  };
  const isInitial = (token) =>
    digraphs.has(token) || ((token.length === 1 || /^ئ.$/u.test(token)) && !IS_HAN.test(token));
  const sameStart = (ours, theirs) =>
    ours.some((a) => theirs.some((b) => matrix(a.kind, b.kind)[a.codes[0] * sizes[b.kind] + b.codes[0]] > scores.alike));

  /* An index as search_index.py writes it, made ready: words by kind, sorted. */
  const prepared = (data) => {
    const words = [[], [], [], []];
    const read = data.tokens.map((text) => text.split(" ").map((each) => ({
      kind: +each[0], penalty: parseInt(each.slice(1, 3), 10) / 10, codes: [...each.slice(3)].map((c) => c.charCodeAt(0) - 48),
    })));
    read.forEach((all, token) => all.forEach((each) => words[each.kind].push({ ...each, token })));
    words.forEach((all, b) => {
      const keyed = all.map((each) => [String.fromCharCode(...each.codes), each]);
      keyed.sort(([x], [y]) => (x < y ? -1 : x > y ? 1 : 0));
      keyed.forEach(([key, word], at) => {
        const before = at ? keyed[at - 1][0] : "";
        word.shared = 0;
        while (word.shared < key.length && key[word.shared] === before[word.shared]) word.shared++;
        word.most = Array.from({ length: KINDS }, (_, a) => {
          const all = [0];
          for (const code of word.codes) all.push(all.at(-1) + possible(b, a, [code]));
          return all;
        });
        all[at] = word;
      });
    });
    return { ...data, words, read, initials: new Set(data.initials) };
  };
  const partScores = (token, index, unfinished) => {
    const best = new Float32Array(index.tokens.length).fill(FAR), ours = soundsOf(token);
    const initial = isInitial(token);
    if (!initial) for (const each of ours) for (let b = 0; b < KINDS; b++) scan(each, index.words[b], b, unfinished, best);
    for (let at = 0; at < best.length; at++) {
      if (initial || index.initials.has(at)) best[at] = sameStart(ours, index.read[at]) ? scores.initialFits : scores.initialOther;
      else best[at] = Math.max(scores.other, Math.min(best[at], index.caps[at] ?? tables.most));
    }
    return best;
  };

  /* The best pairing of our parts with a name's: each of theirs is taken once at most. */
  const assigned = (rows, tokens) => {
    const matched = Math.min(rows.length, tokens.length);
    const pair = (row, taken, count) => {
      if (row === rows.length) return count === matched ? 0 : NOBODY;
      let best = row - count < rows.length - matched ? pair(row + 1, taken, count) : NOBODY;
      for (let at = 0; at < tokens.length; at++)
        if (!(taken & (1 << at))) best = Math.max(best, rows[row][tokens[at]] + pair(row + 1, taken | (1 << at), count + 1));
      return best;
    };
    return pair(0, 0, 0) + scores.missing * Math.abs(rows.length - tokens.length);
  };

  /* The people of an index whose name may be the one typed, best first: [{person, score}]. */
  const search = (query, index, limit = 50) => {
    knowCharacters();
    const parts = partsOf(query), found = new Map(), known = new Map();
    if (!parts.length) return [];
    const open = /[\p{L}\p{M}']$/u.test(query);
    for (const view of views(parts)) {
      const rows = view.map((token, at) => {
        const unfinished = open && at === view.length - 1;
        const key = token + (unfinished ? "…" : "");
        if (!known.has(key)) known.set(key, partScores(token, index, unfinished));
        return known.get(key);
      });
      for (const [person, ...tokens] of index.names) {
        if (!tokens.some((token) => rows.some((row) => row[token] > 0))) continue;
        const score = assigned(rows, tokens) - scores.pool;
        if (score >= scores.shownFrom && score > (found.get(person) ?? FAR)) found.set(person, score);
      }
    }
    return [...found].sort(([a, x], [b, y]) => y - x || a - b).slice(0, limit).map(([at, score]) => ({ person: index.people[at], score }));
  };

  /* Which files of a divided index may hold the name: by the first sound of each part. */
  const shardsFor = (query, openings) => {
    knowCharacters();
    const wanted = new Set();
    for (const view of views(partsOf(query)))
      for (const token of view)
        for (const { kind, codes: row } of soundsOf(token))
          for (const code of openings.weak[kind].includes(row[0]) ? row.slice(0, 2) : [row[0]])
            for (const each of openings.of[kind][code]) wanted.add(each);
    return [...wanted].sort();
  };

  Object.assign(tidings, { search, prepared, shardsFor, partsOf, soundsOf, views, hasHan: (text) => IS_HAN.test(text) });
})();
