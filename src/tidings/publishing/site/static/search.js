/* The search box of the first page: fetches the names when somebody begins to write, finds them
   on this device, and keeps and sends nothing. */
"use strict";
(() => {
  const tidings = globalThis.tidings;
  const form = document.getElementById("find");
  if (!form || !tidings?.search) return;
  const field = document.getElementById("query");
  const list = document.getElementById("found"), count = document.getElementById("find-count");
  const { index: folder, none, some, failed } = form.dataset;
  const PAUSE = 120, SHOWN = 50;
  const arriving = new Map(), shards = new Map();
  let whole = null, asked = 0, timer = 0;

  tidings.arrived = (shard, data) => shards.set(shard, tidings.prepared(data));

  const fetched = (name) => {
    if (!arriving.has(name))
      arriving.set(name, new Promise((done, fail) => {
        const script = document.createElement("script");
        script.src = `${folder}${name}.js`;
        script.onload = done;
        script.onerror = () => { arriving.delete(name); fail(new Error(name)); };
        document.head.append(script);
      }));
    return arriving.get(name);
  };

  /* The indexes that may hold the name, loaded as far as they are needed. */
  const indexes = async (query) => {
    const first = [fetched("names")];
    if (tidings.hasHan(query)) first.push(fetched("characters"));
    await Promise.all(first);
    if (tidings.whole) return [whole ??= tidings.prepared(tidings.whole)];
    const { shards: there, openings } = tidings.divided;
    const wanted = tidings.shardsFor(query, openings).filter((each) => there.includes(each));
    await Promise.all(wanted.map((each) => fetched(`names-${each}`)));
    return wanted.map((each) => shards.get(each));
  };

  const item = ([id, ...names]) => {
    const link = document.createElement("a");
    link.href = `person/${id.slice(0, 2)}/${id}.html`;
    names.forEach((name, at) => {
      const shown = document.createElement("bdi");
      shown.textContent = name;
      shown.dir = "auto";
      link.append(at ? " · " : "", shown);
    });
    const line = document.createElement("li");
    line.append(link);
    return line;
  };

  const show = (hits) => {
    list.replaceChildren(...hits.map((hit) => item(hit.person)));
    count.textContent = hits.length ? some.replace("{n}", hits.length) : none;
  };

  const clear = () => {
    list.replaceChildren();
    count.textContent = "";
  };

  const look = async () => {
    const query = field.value.trim(), mine = ++asked;
    if (query.length < 2 && !tidings.hasHan(query)) return clear();
    try {
      const found = await indexes(query);
      if (mine !== asked) return;
      const best = new Map();
      for (const index of found)
        for (const hit of tidings.search(field.value, index, SHOWN)) {
          const known = best.get(hit.person[0]);
          if (!known || hit.score > known.score) best.set(hit.person[0], hit);
        }
      show([...best.values()].sort((a, b) => b.score - a.score).slice(0, SHOWN));
    } catch {
      clear();
      count.textContent = failed;
    }
  };

  field.addEventListener("focus", () => fetched("names").catch(() => {}), { once: true });
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    look();
  });
  form.hidden = false;
  document.getElementById("without-find").remove();
})();
