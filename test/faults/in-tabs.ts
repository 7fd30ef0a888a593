import { kill, open, start, within, withFolder, type Engine } from './browsers.ts';

/** Opens a tab of one new storage for each address, and closes all of them when the work is done. */
export type InTabs = (addresses: string[], work: () => Promise<void>) => Promise<void>;

/** In a browser that keeps nothing beyond its end, or on a profile of their own. */
export async function tabsOf(engine: Engine): Promise<{ inTabs: InTabs; end(): Promise<void> }> {
  if (engine === 'webkit') {
    return {
      inTabs: (addresses, work) =>
        withFolder(async (profile) => {
          const browser = await open(engine, profile, addresses);
          await work().finally(() => browser.kill());
        }),
      async end() {},
    };
  }
  const browser = await start(engine);
  return {
    async inTabs(addresses, work) {
      const context = await browser.createBrowserContext();
      try {
        for (const address of addresses) void (await context.newPage()).goto(address).catch(() => {});
        await work();
      } finally {
        await within(10_000, 'closing the context', context.close()).catch(() => {});
      }
    },
    end: () => kill(browser),
  };
}
