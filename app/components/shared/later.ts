// What need not be there at first comes when the page is painted: large scripts, parts that nobody has asked for yet.

/** After the next frame is on the screen; in a tab that is not seen, where no frame comes, after a moment. */
export function painted(): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, 200);
    requestAnimationFrame(() => setTimeout(done));
  });
}

/** When the browser has nothing else to do, at the latest in two seconds. */
export function idle(act: () => void): void {
  if (typeof requestIdleCallback === "function") requestIdleCallback(act, { timeout: 2000 });
  else setTimeout(act, 500);
}
