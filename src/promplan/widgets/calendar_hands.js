// Carrying a piece by hand: the cell under the pointer is where it would lie; and the card that an arrow leads to.
const SIDE = 60; // px from the side of what scrolls, where a lifted card makes it scroll
const NAMES = 100; // px of the channels' names, which stay in sight

function pieceHands(board) {
  const { cards, tray, stage } = board;
  const sideways = (x, y) => {
    const node = board.view().node, area = node.getBoundingClientRect();
    if (y < area.top || y > area.bottom || node.scrollWidth <= node.clientWidth + 1) return;
    if (x > area.right - SIDE && x < area.right + SIDE) node.scrollLeft += 14;
    else if (x < area.left + NAMES + SIDE && x > area.left - SIDE) node.scrollLeft -= 14;
  };
  return (event, id) => {
    const { node } = cards.get(id), was = { ...board.home(id) };
    let over = null, aimed = "";
    const target = (x, y) => {
      const view = board.view();
      if (within(tray, x, y)) return { cell: tray, place: { ...was, day: null } };
      if (view.target) return view.target(x, y, id, was);
      const cell = document.elementFromPoint(x, y)?.closest(".pp-cal-cell");
      return cell && stage.contains(cell) ? { cell, place: view.placeOf(cell, was) } : null;
    };
    const mark = (cell) => {
      if (over === cell) return;
      over?.classList.remove("pp-over");
      cell?.classList.add("pp-over");
      over = cell;
    };
    const finish = (place) => {
      mark(null);
      board.lowered();
      if (place) {
        board.put(id, place);
        board.done(id, place);
      }
      board.draw();
      node.focus({ preventScroll: true });
    };
    carry(event, node, node, {
      raise: () => { board.raised(id, was); board.draw(); },
      over: (x, y) => {
        sideways(x, y);
        const found = target(x, y), now = found ? JSON.stringify(found.place) : "";
        mark(found?.cell ?? null);
        if (now === aimed) return;
        aimed = now;
        if (found && found.cell !== tray) board.ask(id, found.place);
        else board.hush();
      },
      drop: (x, y) => finish(target(x, y)?.place),
      back: () => finish(null),
    });
  };
}

// The next card in a direction, by where it lies on the screen.
function nearest(cards, id, right, down) {
  const middle = (node) => { const r = node.getBoundingClientRect(); return [r.left + r.width / 2, r.top + r.height / 2]; };
  const [x, y] = middle(cards.get(id).node);
  let best = null, least = Infinity;
  for (const [each, { node }] of cards) {
    if (each === id || !node.isConnected) continue;
    const [dx, dy] = middle(node).map((v, n) => v - [x, y][n]);
    const along = right ? dx * right : dy * down, aside = Math.abs(right ? dy : dx);
    if (along < 4 || along + 3 * aside >= least) continue;
    least = along + 3 * aside;
    best = node;
  }
  return best;
}
