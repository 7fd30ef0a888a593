import * as z from 'zod';

import { askwellConfig } from './askwell-config.js';

/**
 * {@link askwellConfig} as JSON Schema 2020-12: what editors complete and check `askwell.json` with. It cannot say that
 * ids are unique, that a campaign's survey is there, or how deep conditions may go; `npx askwell check` does.
 */
export const askwellConfigJsonSchema = z.toJSONSchema(askwellConfig.meta({ title: 'askwell.json, version 1' }), { io: 'input' });
