import { Catalogue } from '@askwell/base';
import { en } from '@askwell/locales/chart/en.js';

/** The texts of the charts; languages other than English are fetched when they are asked for. */
export const chartCatalogue = new Catalogue(en, {
  de: async () => (await import('@askwell/locales/chart/de.js')).de,
});
