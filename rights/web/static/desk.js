// The desk by keyboard: everything here can be done without it, by links and forms.
"use strict";
(() => {
  const typing = (node) => node && (node.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(node.tagName)) && node.type !== "checkbox";
  const rows = [...document.querySelectorAll("tr[data-row]")];
  const bulk = document.getElementById("bulk");
  const form = bulk || document.getElementById("step");
  const count = document.getElementById("count");
  const page = document.getElementById("page");
  let here = -1;

  const boxes = () => [...document.querySelectorAll('input[name="n"]')];
  const tell = () => { if (count) { const n = boxes().filter((b) => b.checked).length; count.textContent = n ? `${n} chosen` : ""; } };
  const go = (to) => {
    if (!rows.length) return;
    if (rows[here]) rows[here].classList.remove("here");
    here = Math.max(0, Math.min(rows.length - 1, to));
    rows[here].classList.add("here");
    rows[here].scrollIntoView({ block: "nearest" });
    const link = rows[here].querySelector("a");
    if (link) link.focus({ preventScroll: true });
  };
  const follow = (rel) => { const link = document.querySelector(`a[rel="${rel}"]`); if (link) link.click(); };
  const step = (name) => {
    if (!form) return;
    const choice = form.querySelector('select[name="step"]');
    if (!choice || ![...choice.options].some((o) => o.value === name)) return;
    if (bulk && !boxes().some((b) => b.checked) && rows[here]) rows[here].querySelector('input[name="n"]').checked = true;
    tell();
    choice.value = name;
    if (name === "notified" || name === "reopened") form.querySelector("button.main").focus();
    else form.querySelector('input[name="note"]').focus();
  };
  const keys = {
    j: () => (rows.length ? go(here + 1) : follow("next")),
    k: () => (rows.length ? go(here - 1) : follow("prev")),
    o: () => { if (rows[here]) rows[here].querySelector("a").click(); },
    x: () => { const box = rows[here] && rows[here].querySelector('input[name="n"]'); if (box) { box.checked = !box.checked; tell(); } },
    d: () => step("dismissed"), w: () => step("waived"), n: () => step("notified"), r: () => step("reopened"),
    "/": () => { const field = document.querySelector('.filters input[name="site"]'); if (field) field.focus(); },
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && typing(event.target)) { event.target.blur(); return; }
    if (typing(event.target) || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });
  document.addEventListener("change", (event) => { if (event.target.name === "n") tell(); });
  if (page) {
    page.hidden = false;
    page.addEventListener("change", () => { boxes().forEach((box) => { box.checked = page.checked; }); tell(); });
  }
  for (const button of document.querySelectorAll("button.copy")) {
    if (!navigator.clipboard) continue;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.parentNode.querySelector("pre").textContent);
      button.textContent = "Copied";
    });
  }
  const live = document.querySelector("[data-live]");
  if (live) {
    setInterval(async () => {
      if (document.hidden) return;
      const answer = await fetch(live.dataset.live, { headers: { Accept: "text/html" } });
      if (!answer.ok || answer.redirected) return;
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-live]");
      if (fresh) live.replaceChildren(...fresh.childNodes);
    }, 3000);
  }
})();
