// The signs of the course, told apart by shape before colour. Editors have them too.
const DRAWN = {
  passed: '<rect x="1.5" y="1.5" width="21" height="21" rx="3" fill="var(--pp-holds)"/><path d="M6.5 12.4l3.8 3.9 7.4-8.4" stroke="var(--pp-on-holds)" stroke-width="2.8"/>',
  wrong: '<circle cx="12" cy="12" r="11" fill="var(--pp-ink)"/><path d="M8 8l8 8M16 8l-8 8" stroke="var(--pp-sheet)" stroke-width="2.8"/>',
  noted: '<circle cx="12" cy="12" r="9.5" stroke="var(--pp-primer)" stroke-width="2.2" stroke-dasharray="3.5 3" stroke-linecap="butt"/><circle cx="12" cy="12" r="4" fill="var(--pp-primer)"/>',
  excepted: '<rect x="2.5" y="2.5" width="19" height="19" rx="3" fill="var(--pp-sheet)" stroke="var(--pp-holds)" stroke-width="2.4"/><path d="M6.8 12.2l3.6 3.7 6.8-7.8" stroke="var(--pp-holds)" stroke-width="2.6"/><path d="M18.6 13.2l5 8.6H13.6z" fill="var(--pp-look-fill)" stroke="var(--pp-sheet)" stroke-width="1.4"/>',
  warning: '<path d="M12 1.8L23.2 21.4H.8z" fill="var(--pp-look-fill)" stroke="var(--pp-look)" stroke-width="1.5"/><path d="M12 8.2v6.2" stroke="#1C1A17" stroke-width="2.8"/><circle cx="12" cy="18.2" r="1.6" fill="#1C1A17"/>',
  error: '<circle cx="12" cy="12" r="11" fill="var(--pp-ink)"/><path d="M6.2 12h11.6" stroke="var(--pp-sheet)" stroke-width="4" stroke-linecap="butt"/>',
  info: '<circle cx="12" cy="12" r="10" stroke="var(--pp-plant)" stroke-width="2"/><path d="M12 11v6" stroke="var(--pp-plant)" stroke-width="2.6"/><circle cx="12" cy="7.2" r="1.6" fill="var(--pp-plant)"/>',
  new: '<circle cx="12" cy="12" r="8.5" fill="var(--pp-sheet)" stroke="var(--pp-edge)" stroke-width="2"/>',
  later: '<circle cx="12" cy="12" r="4" fill="var(--pp-edge)"/>',
  work: '<circle cx="12" cy="12" r="9.5" fill="var(--pp-sheet)" stroke="var(--pp-primer)" stroke-width="2.6"/><path d="M12 5.5a6.5 6.5 0 010 13z" fill="var(--pp-primer)"/>',
  forward: '<path d="M4 12h14M12.5 5.5L19 12l-6.5 6.5" stroke="currentColor" stroke-width="2.6"/>',
  lock: '<rect x="4" y="10" width="16" height="11" rx="2" stroke="currentColor" stroke-width="2"/><path d="M8 10V7.5a4 4 0 018 0V10" stroke="currentColor" stroke-width="2"/>',
  plan: '<path d="M6 3v18" stroke="currentColor" stroke-width="1.8"/><circle cx="6" cy="5" r="2.8" fill="currentColor"/><circle cx="6" cy="12" r="2.8" fill="currentColor"/><circle cx="6" cy="19" r="2.4" stroke="currentColor" stroke-width="1.8"/><path d="M12 5h9M12 12h7M12 19h9" stroke="currentColor" stroke-width="2.2"/>',
};

DRAWN.right = DRAWN.passed;

export function drawn(name) {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${DRAWN[name] ?? ""}</svg>`;
}

export function sign(name) {
  const node = document.createElement("span");
  node.className = `pp-sign pp-sign-${name}`;
  node.innerHTML = drawn(name);
  return node;
}
