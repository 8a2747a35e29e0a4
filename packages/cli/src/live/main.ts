import { runCommand, withIo } from '../command-line.ts';
import { catchInterrupt, endWithReader, processIo } from '../process.ts';
import { liveCommand } from './command.ts';

// npm runs scripts in the root of the workspace, and tells where it was called.
const folder = process.env['INIT_CWD'] ?? process.cwd();

const command = withIo(liveCommand(processIo, { folder, catchInterrupt }), processIo);
endWithReader();
process.exitCode = await runCommand(command, process.argv.slice(2), processIo);
