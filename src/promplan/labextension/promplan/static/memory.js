// What this browser remembers; nothing where it may not.
export function remembered(name) {
  try {
    return window.localStorage.getItem(name);
  } catch {
    return null;
  }
}

export function remember(name, value) {
  try {
    window.localStorage.setItem(name, value);
  } catch {
    // private windows and full disks: then it is forgotten
  }
}
