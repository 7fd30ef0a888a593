import { fill } from '@askwell/base';
import type { ChartTexts } from '@askwell/locales/chart/chart-texts.js';

/** The language that a chart speaks. */
export interface Language {
  readonly texts: ChartTexts;
  readonly locale: string;
  readonly dir: 'ltr' | 'rtl';
}

/** A number with exactly so many decimals, never "-0"; among text from right to left its sign stays in front. */
export function formatNumber(
  { locale, dir }: Language,
  value: number,
  decimals = 0,
  options?: Intl.NumberFormatOptions,
): string {
  const text = value.toLocaleString(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: 'negative',
    ...options,
  });
  return dir === 'rtl' ? `\u2068${text}\u2069` : text;
}

/** `28.2 to 33.8`. */
export function formatRange(language: Language, [low, high]: readonly [number, number], decimals = 0): string {
  return fill(language.texts.range, {
    low: formatNumber(language, low, decimals),
    high: formatNumber(language, high, decimals),
  });
}
