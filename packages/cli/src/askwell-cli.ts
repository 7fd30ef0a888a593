#!/usr/bin/env node
import { main } from './main.js';

// Not process.exit, which would cut off what is still being written to a pipe.
process.exitCode = await main(process.argv.slice(2), process);
