import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { storyNameFromExport, toId } from 'storybook/internal/csf';
import * as ces from './ces-survey.stories.js';
import * as csat from './csat-survey.stories.js';
import * as feedback from './feedback-prompt.stories.js';
import * as nps from './nps-survey.stories.js';
import type { SurveyStory } from './survey-states.js';
import * as form from './survey-form.stories.js';

const PLACEMENTS = {
  'in line': 'placement:inline',
  corner: 'placement:corner',
  'corner, start': 'placement:corner;at:start',
  sheet: 'placement:sheet',
  'banner, top': 'placement:banner',
  'banner, bottom': 'placement:banner;at:bottom',
  modal: 'placement:modal',
  anchor: 'placement:anchor',
  tab: 'placement:tab',
};

const meta: Meta = { title: 'Surveys/Every state in every placement', tags: ['!autodocs'] };

export default meta;

/** The stories that show a state; those of a placement are the columns. In a prompt, who has answered is not asked. */
const statesOf = (stories: object): string[] =>
  Object.entries(stories as Record<string, SurveyStory>)
    .filter(([name, { tags }]) => name !== 'default' && name !== 'AnsweredBefore' && !tags?.includes('!autodocs'))
    .map(([name]) => name);

/** Every link opens one state in one placement, with its controls. */
export const EveryState: StoryObj = {
  render: () =>
    html`${[nps, csat, ces, feedback, form].map(({ default: { title = '', component }, ...stories }) => {
      const tag = component as string;
      return html`<h2>${tag}</h2>
        <table>
          ${statesOf(stories).map((name) => {
            const state = storyNameFromExport(name);
            return html`<tr>
              <th scope="row" align="start">${state}</th>
              ${Object.entries(PLACEMENTS).map(
                ([placement, args]) =>
                  html`<td>
                    <a href="./?path=/story/${toId(title, state)}&amp;args=${args}" target="_top" aria-label=${`${tag}, ${state}, ${placement}`}>${placement}</a>
                  </td>`,
              )}
            </tr>`;
          })}
        </table>`;
    })}`,
};
