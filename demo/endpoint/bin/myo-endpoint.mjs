#!/usr/bin/env node
import { register } from 'tsx/esm/api';

register();
const args = process.argv.slice(2);
const { command, main } = await import('../server.ts');
if (args.length === 0 || args[0] === 'start') await main();
else process.exitCode = await command(args);
