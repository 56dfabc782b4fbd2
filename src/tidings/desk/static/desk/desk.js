// Keys for those who go through many things: every key presses a button that is on the page,
// so that nothing is possible here which is not possible without this file.
"use strict";
(() => {
  const typing = (element) => element && element.matches("input, select, textarea");
  const items = () => [...document.querySelectorAll("[data-item]")];
  const here = () => document.activeElement.closest("[data-item]") || document.querySelector("[data-item]:target");

  function move(step) {
    const all = items();
    const at = all.indexOf(here());
    const next = all[Math.min(Math.max(at + step, 0), all.length - 1)];
    if (next) next.focus();
  }

  // From the box down into what it found, and back up into the box.
  function walk(event) {
    const box = document.querySelector("[data-leads-to-items]");
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const at = items().indexOf(event.target);
    if (!box || !step || (at < 0 && event.target !== box)) return false;
    const next = at + step < 0 ? (at === 0 ? box : null) : items()[at + step];
    if (next) next.focus();
    return Boolean(next);
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (walk(event)) event.preventDefault();
    if (typing(event.target)) return;
    const key = event.key.toLowerCase();
    if (key === "j" || key === "k") {
      move(key === "j" ? 1 : -1);
      return;
    }
    const scope = here() || items()[0] || document;
    const button = scope.querySelector(`[data-key="${CSS.escape(key)}"]`)
      || document.querySelector(`[data-key="${CSS.escape(key)}"]:not([data-item] *)`);
    if (button) {
      event.preventDefault();
      button.click();
    }
  });

  document.addEventListener("DOMContentLoaded", () => {
    const target = document.querySelector("[data-item]:target");
    if (target) target.focus();
  });
})();
