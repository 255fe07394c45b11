// The desk by keyboard: everything here can be done without it, by links and forms.  htmx exchanges parts of the page.
"use strict";
(() => {
  const typing = (node) => node && (node.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(node.tagName)) && node.type !== "checkbox";
  const bulk = () => document.getElementById("bulk");
  const form = () => bulk() || document.getElementById("step");
  const rows = () => [...document.querySelectorAll("tr[data-row]")];
  const here = () => document.querySelector("tr.here");
  const boxes = () => [...document.querySelectorAll('input[name="n"]')];
  const box = (row) => row && row.querySelector('input[name="n"]');

  const tell = () => {
    const count = document.getElementById("count");
    const chosen = boxes().filter((one) => one.checked).length;
    if (count) count.textContent = chosen ? `${chosen} chosen` : "";
  };
  const go = (by) => {
    const all = rows();
    const at = all.indexOf(here());
    const to = all[Math.max(0, Math.min(all.length - 1, at + by))];
    if (at >= 0) all[at].classList.remove("here");
    to.classList.add("here");
    to.scrollIntoView({ block: "nearest" });
    const link = to.querySelector("a");
    if (link) link.focus({ preventScroll: true });
  };
  const follow = (rel) => { const link = document.querySelector(`a[rel="${rel}"]`); if (link) link.click(); };
  const step = (name) => {
    const into = form();
    const choice = into && into.querySelector('select[name="step"]');
    if (!choice || ![...choice.options].some((one) => one.value === name)) return;
    if (bulk() && !boxes().some((one) => one.checked) && box(here())) box(here()).checked = true;
    tell();
    choice.value = name;
    if (name === "notified" || name === "reopened") into.querySelector("button.main").focus();
    else into.querySelector('input[name="note"]').focus();
  };
  const keys = {
    j: () => (rows().length ? go(1) : follow("next")),
    k: () => (rows().length ? go(-1) : follow("prev")),
    o: () => { if (here()) here().querySelector("a").click(); },
    x: () => { const one = box(here()); if (one) { one.checked = !one.checked; tell(); } },
    d: () => step("dismissed"), w: () => step("waived"), n: () => step("notified"), r: () => step("reopened"),
    "/": () => { const field = document.querySelector('.filters input'); if (field) field.focus(); },
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && typing(event.target)) { event.target.blur(); return; }
    if (typing(event.target) || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });
  document.addEventListener("change", (event) => {
    if (event.target.id === "page") boxes().forEach((one) => { one.checked = event.target.checked; });
    if (event.target.id === "page" || event.target.name === "n") tell();
  });
  document.addEventListener("click", async (event) => {
    if (!event.target.matches || !event.target.matches("button.copy")) return;
    await navigator.clipboard.writeText(event.target.parentNode.querySelector("pre").textContent);
    event.target.textContent = event.target.dataset.done || "Copied";
  });

  // What only helps where this script runs is hidden until it does: at first, and in every part that htmx brings.
  const show = () => {
    const page = document.getElementById("page");
    if (page) page.hidden = false;
    if (navigator.clipboard) document.querySelectorAll("button.copy").forEach((one) => { one.hidden = false; });
  };
  show();
  // htmx gives the focus back to the field that had it: right for a filter, wrong for a form that is done.
  document.addEventListener("htmx:beforeRequest", (event) => {
    if (event.detail.requestConfig.verb === "post" && document.activeElement) document.activeElement.blur();
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    show();
    if (event.detail.target.id === "main" && document.activeElement === document.body) document.getElementById("main").focus();
    const live = document.getElementById("live");
    const heading = document.querySelector("main h1");
    if (live && heading && event.detail.target.id === "main") {
      const told = document.querySelector("p.told");
      live.textContent = `${told ? told.textContent : ""} ${heading.textContent}`.trim();
    }
  });
})();
