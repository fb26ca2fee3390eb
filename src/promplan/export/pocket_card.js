// The phone's side of the pocket card: ticks, hours, notes, what was heard; kept on the phone, written as file and code.
"use strict";
const card = JSON.parse(document.getElementById("data").textContent);
const say = card.words;
const key = "promplan-pocket-card-" + card.plan;
const states = ["", "got", "missing", "reshoot"];
const at = (id) => document.getElementById(id);
const blank = () => ({ shots: Object.create(null), heard: [] });
let held = blank();

// ---------------------------------------------------------------------------------------------------------- keeping
// localStorage where the phone allows it; else the window's own name, which at least survives a reload
let keeps = true;
try {
  localStorage.setItem(key + "-try", "1");
  localStorage.removeItem(key + "-try");
} catch (error) {
  keeps = false;
}

function load() {
  let text = null;
  try {
    text = keeps ? localStorage.getItem(key) : window.name;
    const found = JSON.parse(text);
    if (found && found.plan === card.plan && found.shots && Array.isArray(found.heard)) {
      for (const [id, one] of Object.entries(found.shots)) held.shots[id] = one;
      held.heard = found.heard;
    }
  } catch (error) {
    held = blank();
  }
}

function keep() {
  const text = JSON.stringify({ plan: card.plan, shots: held.shots, heard: held.heard });
  try {
    if (keeps) localStorage.setItem(key, text);
    else window.name = text;
  } catch (error) {
    tellKeeping(say.full);
  }
  show();
}

function tellKeeping(words) {
  at("keeps").textContent = words;
  at("keeps").hidden = false;
}

// ----------------------------------------------------------------------------------------------------------- saying
const fill = (words, values) => words.replace(/[{](\w+)[}]/g, (whole, name) => String(values[name] ?? ""));
function aloud(words) {
  at("said-aloud").textContent = words;
}

const clock = () => {
  const now = new Date();
  return String(now.getHours()).padStart(2, "0") + ":" + String(now.getMinutes()).padStart(2, "0");
};
const tidy = (text) => text.replace(/[\u0000-\u001f\u007f-\u009f\s]+/g, " ").trim();
const shot = (id) => (held.shots[id] ??= { state: "", at: "", note: "" });

// ------------------------------------------------------------------------------------------------------------ shots
function wire(row) {
  const id = row.dataset.shot;
  const [time, note] = row.querySelectorAll("input");
  for (const button of row.querySelectorAll(".ticks button")) {
    button.addEventListener("click", () => {
      const one = shot(id);
      const off = one.state === button.dataset.state;
      one.state = off ? "" : button.dataset.state;
      one.at = off ? "" : clock();
      keep();
      aloud(off ? fill(say.unticked, { id }) : fill(say.ticked, { id, state: say[one.state], at: one.at }));
    });
  }
  row.querySelector(".now").addEventListener("click", () => {
    shot(id).at = clock();
    keep();
    aloud(id + ": " + shot(id).at);
  });
  time.addEventListener("change", () => {
    shot(id).at = /^\d\d:\d\d/.test(time.value) ? time.value.slice(0, 5) : "";
    keep();
  });
  note.addEventListener("input", () => {
    shot(id).note = note.value;
    keep();
  });
}

// ------------------------------------------------------------------------------------------------------------ heard
function hear(event) {
  event.preventDefault();
  const text = tidy(at("said").value);
  if (!text) {
    aloud(say.empty);
    at("said").focus();
    return;
  }
  held.heard.push({ text, who: tidy(at("who").value), at: clock(), stop: at("where").value });
  at("said").value = "";
  keep();
  showHeard();
  aloud(fill(say.added, { n: held.heard.length }));
  at("said").focus();
}

function showHeard() {
  at("heard").replaceChildren(
    ...held.heard.map((one, place) => {
      const line = document.createElement("li");
      const words = document.createElement("p");
      words.textContent = one.text;
      const from = document.createElement("p");
      from.className = "how";
      from.textContent = [one.who, one.at].filter(Boolean).join(" · ");
      const away = document.createElement("button");
      away.type = "button";
      away.textContent = say.remove;
      away.setAttribute("aria-label", say.remove + ": " + one.text);
      away.addEventListener("click", () => {
        held.heard.splice(place, 1);
        keep();
        showHeard();
        aloud(say.removed);
        (at("heard").querySelectorAll("button")[Math.max(0, place - 1)] ?? at("said")).focus();
      });
      line.append(words, from, away);
      return line;
    }),
  );
}

// ------------------------------------------------------------------------------------------------- the code, version 1
const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

function put(out, value) {
  while (value > 127) {
    out.push((value & 127) | 128);
    value = Math.floor(value / 128);
  }
  out.push(value);
}

function putText(out, text) {
  const bytes = new TextEncoder().encode(text);
  put(out, bytes.length);
  for (const byte of bytes) out.push(byte);
}

function crc(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let n = 0; n < 8; n++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}

const minute = (time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const number = (id) => Number(id.slice(1));

function code(words) {
  const all = Object.entries(held.shots).sort(([a], [b]) => number(a) - number(b));
  const ticked = all.filter(([, one]) => one.state);
  const noted = words ? all.filter(([, one]) => tidy(one.note)) : [];
  const heard = words ? held.heard : [];
  const more = noted.length + heard.length > 0;
  const out = [(1 << 4) | (more ? 1 : 0), card.plan >> 8, card.plan & 255];
  put(out, ticked.length);
  let before = 0;
  let clock = 720;
  for (const [id, one] of ticked) {
    put(out, (number(id) - before) * 8 + (one.at ? 4 : 0) + states.indexOf(one.state));
    before = number(id);
    if (one.at) {
      const now = minute(one.at);
      put(out, now >= clock ? (now - clock) * 2 : (clock - now) * 2 - 1);
      clock = now;
    }
  }
  if (more) {
    put(out, noted.length);
    for (const [id, one] of noted) {
      put(out, number(id));
      putText(out, tidy(one.note));
    }
    put(out, heard.length);
    for (const one of heard) {
      putText(out, one.text);
      putText(out, one.who);
      put(out, one.at ? minute(one.at) + 1 : 0);
      put(out, one.stop ? number(one.stop) : 0);
    }
  }
  const sum = crc(out);
  out.push(sum >>> 24, (sum >>> 16) & 255, (sum >>> 8) & 255, sum & 255);
  let text = "";
  let bits = 0;
  let rest = 0;
  for (const byte of out) {
    rest = (rest << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += SIGNS[rest >> bits];
      rest &= (1 << bits) - 1;
    }
  }
  if (bits) text += SIGNS[rest << (5 - bits)];
  return text.match(/.{1,4}/g).join("-");
}

// --------------------------------------------------------------------------------------------------------- the file
function save() {
  const shots = card.shots
    .filter((one) => held.shots[one.id])
    .map((one) => ({ id: one.id, what: one.what, ...held.shots[one.id], note: tidy(held.shots[one.id].note) }));
  const text = JSON.stringify({ kind: card.kind, version: 1, plan: card.plan, saved: clock(), shots, heard: held.heard }, null, 1);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = "pocket-card-" + clock().replace(":", "") + ".json";
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  aloud(fill(say.saved, { name: link.download }));
}

async function copy(id) {
  at(id).select();
  try {
    await navigator.clipboard.writeText(at(id).value);
    aloud(say.copied);
  } catch (error) {
    aloud(document.execCommand("copy") ? say.copied : say.by_hand);
  }
}

// ---------------------------------------------------------------------------------------------------------- showing
function show() {
  for (const row of document.querySelectorAll("[data-shot]")) {
    const one = held.shots[row.dataset.shot] ?? { state: "", at: "", note: "" };
    for (const button of row.querySelectorAll(".ticks button"))
      button.setAttribute("aria-pressed", String(one.state !== "" && button.dataset.state === one.state));
    const [time, note] = row.querySelectorAll("input");
    time.disabled = row.querySelector(".now").disabled = !one.state;
    if (document.activeElement !== time) time.value = one.at;
    if (document.activeElement !== note) note.value = one.note;
  }
  const done = card.shots.filter((one) => held.shots[one.id]?.state);
  const left = card.shots.filter((one) => one.must && held.shots[one.id]?.state !== "got").length;
  at("progress").textContent = fill(say.progress, { done: done.length, all: card.shots.length, left });
  at("short").value = code(false);
  const long = code(true);
  at("long").value = long;
  at("long-part").hidden = long === at("short").value;
}

document.documentElement.classList.add("plays");
load();
for (const row of document.querySelectorAll("[data-shot]")) wire(row);
at("hear").addEventListener("submit", hear);
at("save").addEventListener("click", save);
for (const one of document.querySelectorAll("[data-copy]")) one.addEventListener("click", () => copy(one.dataset.copy));
tellKeeping(keeps ? say.kept : say.lost);
if (!keeps)
  window.addEventListener("beforeunload", (event) => {
    if (Object.keys(held.shots).length + held.heard.length) event.preventDefault();
  });
showHeard();
show();
