// Carrying by hand: what is lifted follows the pointer as a copy in a layer of its own, because output areas clip; near
// an edge of what scrolls, it scrolls. A finger rests first: before that it scrolls the page.
const REST = 250;
const RIM = 56;

function carry(event, handle, node, { raise, over, drop, back }) {
  if (event.button > 0) return;
  const start = [event.clientX, event.clientY], finger = event.pointerType === "touch", pointer = event.pointerId;
  let held = !finger, ghost = null, scroller = null, timer = 0, beat = 0, last = start;
  const stop = (moved) => { if (ghost) moved.preventDefault(); };
  const lift = () => {
    const rect = node.getBoundingClientRect();
    ghost = node.cloneNode(true);
    ghost.classList.add("pp-carried");
    ghost.removeAttribute("id");
    Object.assign(ghost.style, { left: `${rect.left}px`, top: `${rect.top}px`, width: `${rect.width}px`, height: `${rect.height}px` });
    const layer = made("div", document.body, "", { class: "pp-part pp-carry-layer", "aria-hidden": "true" });
    layer.append(ghost);
    try { handle.setPointerCapture(pointer); } catch { /* the finger has left */ }
    for (scroller = node.parentElement; scroller; scroller = scroller.parentElement) {
      if (/auto|scroll/.test(getComputedStyle(scroller).overflowY) && scroller.scrollHeight > scroller.clientHeight) break;
    }
    raise();
    beat = requestAnimationFrame(roll);
  };
  const roll = () => {
    const area = scroller?.getBoundingClientRect();
    if (area && last[1] < area.top + RIM) scroller.scrollTop -= 12;
    else if (area && last[1] > area.bottom - RIM) scroller.scrollTop += 12;
    if (!ghost) return;
    over(...last);
    beat = requestAnimationFrame(roll);
  };
  const move = (now) => {
    last = [now.clientX, now.clientY];
    const far = Math.hypot(last[0] - start[0], last[1] - start[1]);
    if (!held) { if (far > 8) end({ type: "pointercancel" }); return; }
    if (!ghost) { if (far < 6) return; lift(); }
    ghost.style.transform = `translate(${last[0] - start[0]}px, ${last[1] - start[1]}px)`;
    over(...last);
  };
  const end = (now) => {
    clearTimeout(timer);
    cancelAnimationFrame(beat);
    for (const [name, act] of [["pointermove", move], ["pointerup", end], ["pointercancel", end], ["touchmove", stop]]) handle.removeEventListener(name, act);
    if (!ghost) return;
    ghost.parentElement.remove();
    ghost = null;
    now.type === "pointerup" ? drop(...last) : back();
    handle.dragged = true; // the click that follows is none
    setTimeout(() => { handle.dragged = false; });
  };
  if (finger) timer = setTimeout(() => { held = true; lift(); }, REST);
  else handle.setPointerCapture(pointer);
  handle.addEventListener("touchmove", stop, { passive: false });
  handle.addEventListener("pointermove", move);
  handle.addEventListener("pointerup", end);
  handle.addEventListener("pointercancel", end);
}

// The same by keys: Enter or Space lifts and puts, arrows, Home and End move what is lifted, Escape puts it back.
// `shift` gets the ids in their new order and the new place, from 0; `across`: left and right move it too.
function carryByKeys(event, id, { ids, held, lift, put, shift, back, across = false }) {
  const end = ids.length - 1, at = ids.indexOf(id);
  const steps = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: end, ...(across ? { ArrowLeft: at - 1, ArrowRight: at + 1 } : {}) };
  if (event.key === "Enter" || event.key === " ") held ? put(id) : lift(id);
  else if (event.key === "Escape" && held) back();
  else if (event.key in steps && held) {
    const place = Math.max(0, Math.min(end, steps[event.key]));
    shift(ids.filter((one) => one !== id).toSpliced(place, 0, id), place);
  } else return;
  event.preventDefault();
  event.stopPropagation();
}
