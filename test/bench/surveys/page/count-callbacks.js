// Runs before anything else in the page.
globalThis.callbacks = 0;
for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame', 'requestIdleCallback']) {
  const own = globalThis[name].bind(globalThis);
  globalThis[name] = (callback, ...rest) => {
    globalThis.callbacks++;
    return own((...values) => {
      globalThis.callbacks++;
      callback(...values);
    }, ...rest);
  };
}
