import { Languages } from '@askwell/base';
import type { ChartTexts } from '@askwell/locales';

/** The languages of the charts beside English; each is fetched when it is asked for. */
export const chartLanguages = new Languages<ChartTexts>({
  de: () => import('@askwell/locales/chart/de.js').then(({ de }) => de),
});
