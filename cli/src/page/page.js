"use strict";
// Filters, keys and decisions. The page is complete without it: whatever it shows, it sets as text.
(() => {
  const $ = (id) => document.getElementById(id);
  const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));
  const text = (node) => (node ? node.textContent.replace(/\s+/g, " ").trim() : "");
  const make = (name, className, content) => {
    const node = document.createElement(name);
    if (className) node.className = className;
    if (content) node.textContent = content;
    return node;
  };
  const tell = (message) => { $("live").textContent = message; };

  const entries = all(".entry");
  const sections = all("main > section, .group").filter((s) => s.querySelector(".entry"));
  let words = null;

  // What is searched of an entry: its text without case and accents, made when somebody searches first.
  const fold = (s) => s.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const searched = () => words || (words = entries.map((e) => fold(e.textContent)));

  const filter = () => {
    const terms = fold($("search").value).split(/\s+/).filter(Boolean);
    const kinds = $("by-kind").value.split(" ").filter(Boolean), attribute = $("by-attribute").value, publisher = $("by-publisher").value;
    const independent = $("independent").checked;
    const any = terms.length || kinds.length || attribute || publisher || independent;
    const of = terms.length ? searched() : null;
    let shown = 0;
    entries.forEach((e, i) => {
      const d = e.dataset;
      const keep = (!kinds.length || kinds.includes(d.k)) && (!attribute || d.a === attribute) && (!independent || "i" in d)
        && (!publisher || d.p.split(" ").includes(publisher)) && terms.every((t) => of[i].includes(t));
      if (e.hidden === keep) e.hidden = !keep;
      if (keep) shown += 1;
    });
    sections.forEach((s) => { s.hidden = Boolean(any) && !s.querySelector(".entry:not([hidden])"); });
    const single = document.querySelector("#single details");
    if (single && (kinds.includes("single") || terms.length)) single.open = true;
    const found = any ? `${shown} of ${entries.length} entries` : "";
    $("found").textContent = found;
    tell(any ? `${found} shown` : "All entries shown");
  };
  let waiting = 0;
  const soon = () => { clearTimeout(waiting); waiting = setTimeout(filter, 120); };

  // The entry that the keys act on.
  let here = null;
  const stops = () => entries.filter((e) => !e.hidden && e.matches(".fact, .near"));
  const go = (entry) => {
    if (here) here.classList.remove("here");
    here = entry;
    if (!entry) return;
    entry.classList.add("here");
    entry.focus({ preventScroll: true });
    entry.scrollIntoView({ block: "start" });
  };
  const step = (by) => {
    const list = stops();
    if (!list.length) return;
    let at = here ? list.indexOf(here) : -1;
    if (at < 0) at = by > 0 ? -1 : list.length;
    go(list[Math.min(list.length - 1, Math.max(0, at + by))]);
  };

  // Decisions: of each pair of positions a verdict, which stands for all its pairs of claims.
  const decisions = new Map();
  let saved = true;
  const VERDICTS = [["conflicts", "conflict", "c"], ["no-conflict", "no conflict", "n"], ["unsure", "unsure", "u"]];
  const count = () => {
    let n = 0;
    decisions.forEach((d) => { n += d.claims.length; });
    $("dock").hidden = decisions.size === 0;
    $("decided").textContent = String(decisions.size);
    $("decided-noun").textContent = (decisions.size === 1 ? "decision" : "decisions") + (n > decisions.size ? ` on ${n} pairs of claims` : "");
    document.body.classList.toggle("docked", decisions.size > 0);
  };
  const decide = (pair, verdict) => {
    const known = decisions.get(pair);
    const back = known && known.verdict === verdict;
    if (back) decisions.delete(pair);
    else {
      const fact = pair.closest(".fact");
      const ids = new Map(all(".stand[data-n]", fact).map((s) => [s.dataset.n, s.dataset.id]));
      const claims = pair.dataset.pairs.split(" ").map((p) => p.split("-").map((n) => ids.get(n))).filter(([a, b]) => a && b);
      const at = new Date().toISOString().replace(/\.\d+Z$/, "Z");
      decisions.set(pair, { verdict, at, claims });
    }
    all(".verdicts button", pair).forEach((b) => b.setAttribute("aria-pressed", String(!back && b.dataset.v === verdict)));
    saved = false;
    $("say").textContent = "";
    count();
    const word = VERDICTS.find((v) => v[0] === verdict)[1];
    tell(back ? `Taken back: ${word}, ${text(pair.querySelector(".against"))}` : `Decided: ${word}, ${text(pair.querySelector(".against"))}`);
  };
  const save = () => {
    const by = $("by").value.trim();
    if (!by) {
      $("say").textContent = "Write your name first: a decision says who made it.";
      $("by").focus();
      return;
    }
    const lines = [];
    decisions.forEach((d) => d.claims.forEach((claims) => {
      lines.push(JSON.stringify({ type: "decision", claims, verdict: d.verdict, by, at: d.at }));
    }));
    const url = URL.createObjectURL(new Blob([lines.join("\n") + "\n"], { type: "application/x-ndjson" }));
    const link = make("a");
    link.href = url;
    link.download = "decisions.ndjson";
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
    saved = true;
    $("say").textContent = "Saved. Give the file to reconcile beside the articles.";
  };

  // An entry as Markdown, from what it shows.
  const plain = (s) => s.replace(/[\\`*_[\]<>#|]/g, "\\$&");
  const markdown = (fact) => {
    const lines = [`**${plain(text(fact.querySelector("h3")))}** (${text(fact.querySelector(".kind"))})`];
    const event = fact.querySelector("header .event");
    if (event) lines.push("", plain(text(event)));
    all(".position", fact).forEach((position) => {
      const value = position.querySelector(".value").firstChild.textContent.trim();
      const support = all(".support span", position).map(text).join(", ");
      lines.push("", `- **${plain(value)}** (${support})`);
      all(".stand", position).forEach((stand) => {
        const quote = stand.querySelector("blockquote");
        lines.push(`  - ${plain(text(stand.querySelector(".who")))}${quote ? `: “${plain(text(quote))}”` : ""}`);
      });
    });
    all(".pair", fact).forEach((pair) => {
      lines.push("", `${plain(text(pair.querySelector(".against")))}: ${plain(text(pair.querySelector(".why")))}. ${plain(text(pair.querySelector(".rule")))}`);
    });
    const silent = fact.querySelector(".silent");
    if (silent) lines.push("", plain(text(silent)));
    return lines.join("\n") + "\n";
  };
  const copy = async (fact) => {
    const content = markdown(fact);
    try {
      await navigator.clipboard.writeText(content);
      tell("Copied as Markdown");
      return true;
    } catch {
      $("markdown").value = content;
      $("copied").showModal();
      $("markdown").select();
      return false;
    }
  };

  // Buttons come with the script that they need; those of an entry when it is first seen or reached.
  const dress = (fact) => {
    if (fact.dataset.dressed) return;
    fact.dataset.dressed = "1";
    all(".pair", fact).forEach((pair) => {
      const box = make("div", "verdicts");
      box.setAttribute("role", "group");
      box.setAttribute("aria-label", `Decide: ${text(pair.querySelector(".against"))}`);
      VERDICTS.forEach(([verdict, word, key]) => {
        const button = make("button", "", word);
        button.type = "button";
        button.dataset.v = verdict;
        button.setAttribute("aria-pressed", "false");
        button.setAttribute("aria-keyshortcuts", key);
        box.append(button);
      });
      pair.append(box);
    });
    const button = make("button", "copy", "Copy as Markdown");
    button.type = "button";
    fact.append(button);
  };
  const facts = all(".fact");
  const seen = new IntersectionObserver((changes) => {
    changes.forEach((c) => { if (c.isIntersecting) { dress(c.target); seen.unobserve(c.target); } });
  }, { rootMargin: "600px" });
  facts.forEach((f) => seen.observe(f));

  document.addEventListener("click", (event) => {
    const target = event.target;
    if (!(target instanceof Element)) return;
    const verdict = target.closest(".verdicts button");
    if (verdict) {
      decide(verdict.closest(".pair"), verdict.dataset.v);
      return;
    }
    const copied = target.closest("button.copy");
    if (copied) copy(copied.closest(".fact")).then((done) => { if (done) copied.textContent = "Copied"; });
  });
  document.addEventListener("focusin", (event) => {
    const entry = event.target instanceof Element && event.target.closest(".fact, .near");
    if (entry && entry !== here) {
      if (here) here.classList.remove("here");
      here = entry;
      entry.classList.add("here");
    }
  });
  document.addEventListener("keydown", (event) => {
    const target = event.target;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (target instanceof Element && target.matches("input:not([type=checkbox]), select, textarea")) {
      if (event.key === "Escape") target.blur();
      return;
    }
    if (document.querySelector("dialog[open]")) return;
    const verdict = VERDICTS.find((v) => v[2] === event.key);
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "/") $("search").focus();
    else if (event.key === "?") $("help").showModal();
    else if (event.key === "o" && here) {
      const passages = all(".passage", here);
      const open = passages.some((p) => !p.open);
      passages.forEach((p) => { p.open = open; });
      tell(open ? "Passages opened" : "Passages closed");
    } else if (verdict && here) {
      dress(here);
      const focused = document.activeElement && document.activeElement.closest(".pair");
      const pair = focused && here.contains(focused) ? focused : here.querySelector(".pair");
      if (pair) decide(pair, verdict[0]);
    } else return;
    event.preventDefault();
  });
  $("search").addEventListener("input", soon);
  ["by-kind", "by-attribute", "by-publisher", "independent"].forEach((id) => $(id).addEventListener("change", filter));
  $("tools").addEventListener("submit", (event) => { event.preventDefault(); filter(); });
  $("tools").addEventListener("reset", () => setTimeout(filter));
  $("keys").addEventListener("click", () => $("help").showModal());
  $("save").addEventListener("click", save);
  $("by").addEventListener("keydown", (event) => { if (event.key === "Enter") save(); });
  addEventListener("beforeunload", (event) => { if (!saved && decisions.size) event.preventDefault(); });
  $("tools").hidden = false;
})();
