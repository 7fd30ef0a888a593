type ClientModule = typeof import('./hand-over.js');

let loading: Promise<ClientModule> | undefined;
let failed: string | undefined;

/** The client, once its chunk is here. */
export let client: ClientModule | undefined;

/**
 * Fetches the client and has it deliver what waits. Where that fails it is tried again when the network returns, and
 * with each call. The address of a failed chunk is taken from the error, since Firefox never fetches the same twice:
 * https://github.com/whatwg/html/issues/6768
 */
export function loadClient(): Promise<ClientModule> {
  loading ??= (failed ? import(/* @vite-ignore */ `${failed}?${Date.now()}`) as Promise<ClientModule> : import('./hand-over.js')).then(
    (module) => {
      client = module;
      void module.drainWaiting();
      return module;
    },
    (error: Error) => {
      loading = undefined;
      failed = /https?:[^\s?]+/.exec(error.message)?.[0];
      return new Promise<ClientModule>((resolve) => {
        for (const moment of ['online', 'focus']) addEventListener(moment, () => resolve(loadClient()), { once: true });
      });
    },
  );
  return loading;
}
