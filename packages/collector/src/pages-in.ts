import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';

// Vite names the files in here after their content.
const HASHED = /[\\/]assets[\\/]/;

/** An app that serves the files of a folder, and `index.html` for a folder in it. It never leaves the folder. */
export function pagesIn(folder: string): Hono {
  const app = new Hono();
  app.get(
    '*',
    serveStatic({
      root: folder,
      onFound: (path, context) => {
        context.header('x-content-type-options', 'nosniff');
        context.header('cache-control', HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    }),
  );
  return app;
}
