import { path, surveyFault, type RatingStep } from '@askwell/core';
import { organisationalAudit } from '@askwell/core/organisational-audit.js';
import { describe, expect, it } from 'vitest';

const ratings = organisationalAudit.steps.filter((step): step is RatingStep => step.type === 'rating');

describe('the organisational audit', () => {
  it('is a sound definition', () => {
    expect(surveyFault(organisationalAudit)).toBeUndefined();
  });

  it('has its five areas in order, with three to five ratings each', () => {
    const areas = Map.groupBy(ratings, ({ id }) => id.replace(/-\d+$/, ''));
    expect([...areas.keys()]).toEqual(['marketing', 'sales-alignment', 'customer-success', 'tech-stack', 'content']);
    for (const [area, steps] of areas) {
      expect(steps.map(({ id }) => id)).toEqual(steps.map((_step, index) => `${area}-${index + 1}`));
      expect(steps.length).toBeGreaterThanOrEqual(3);
      expect(steps.length).toBeLessThanOrEqual(5);
      expect(new Set(steps.map(({ section }) => JSON.stringify(section))).size).toBe(1);
    }
  });

  it('asks for agreement from 1 to 5, then for a comment, and requires none of it', () => {
    for (const { scale } of ratings) expect(scale).toEqual([1, 5]);
    expect(organisationalAudit.steps.at(-1)).toMatchObject({ type: 'text', id: 'comment' });
    expect(organisationalAudit.steps.some(({ required }) => required)).toBe(false);
    expect(path(organisationalAudit.steps, {})).toHaveLength(organisationalAudit.steps.length);
  });

  it('has every text in English and in German', () => {
    const { question, steps } = organisationalAudit;
    const texts = [question, ...steps.map((step) => step.question), ...ratings.flatMap((step) => [step.section, step.anchorStart, step.anchorEnd])];
    for (const text of texts) expect(text).toEqual({ en: expect.stringMatching(/\S/) as unknown, de: expect.stringMatching(/\S/) as unknown });
  });
});
