import { type Connection, type Platform, platforms } from '@carehooks/core';
import type { Call, Host, PlatformId } from './expected/call.ts';
import { type CallName, calls } from './expected/index.ts';
import { type Fault, type FaultName, faults } from './faults.ts';
import type { Ground } from './ground.ts';
import { N8nUser } from './n8n-user.ts';
import { type Performed, performers } from './perform.ts';
import type { Stage } from './stage.ts';
import { subjects } from './subjects.ts';
import type { Account, User } from './user.ts';
import { ZapierUser } from './zapier-user.ts';

/** One field of the matrix. */
export interface Cell {
  readonly call: CallName;
  readonly fault: FaultName;
  readonly platform: PlatformId;
  readonly host: Host;
}

export interface Result extends Performed {
  /** All that the host keeps about the trigger, in the clear. */
  readonly kept: string;
  /** What nobody may be shown. */
  readonly secrets: readonly string[];
}

/** Every cell that the matrix has a row for. */
export function allCells(): Cell[] {
  const named = Object.entries(calls) as Array<[CallName, Call]>;
  return named.flatMap(([call, { rows, hosts, platforms: all }]) =>
    rows.flatMap((row) =>
      row.after.flatMap((fault) =>
        (row.platforms ?? all).flatMap((platform) =>
          (row.host === undefined ? hosts : [row.host])
            .map((host) => ({ call, fault, platform, host }))
            .filter(isPossible),
        ),
      ),
    ),
  );
}

/** A token can only end where there is one. */
function isPossible({ fault, platform }: Cell): boolean {
  const { tokenEnds }: Fault = faults[fault];
  return tokenEnds === undefined || platformOf(platform).api.session !== undefined;
}

export async function perform(cell: Cell, stage: Stage): Promise<Result> {
  const { endless, tokenEnds }: Fault = faults[cell.fault];
  const setting = {
    ...{ platform: platformOf(cell.platform), subject: subjects[cell.platform] },
    // What goes on after the call must not meet another.
    fresh: endless === true || tokenEnds !== undefined,
  };
  return stage.grounds.use(setting, (ground) => performOn(ground, cell, stage));
}

async function performOn(ground: Ground, cell: Cell, stage: Stage): Promise<Result> {
  const { call, host } = cell;
  const fault: Fault = faults[cell.fault];
  const [platform, subject] = [platformOf(cell.platform), subjects[cell.platform]];
  const connection = hasToken(host, fault) ? await ground.logIn() : ground.connection;
  const user = enter({ platform, subject, connection, ...settingOf(call, fault) }, host, stage);
  const performed = await performers[call]({
    ...{ user, subject },
    commit: (place = {}) => ground.commit(fault, place, stage.trap),
    clear: () => ground.clear(),
    subscribe: (event) => ground.subscribe(user.targetUrl, event),
    left: (event) => ground.left(user.targetUrl, event),
  });
  return { ...performed, kept: user.kept(), secrets: secretsOf(connection) };
}

function secretsOf({ apiKey, clientSecret, accessToken }: Connection): string[] {
  return [apiKey, clientSecret, accessToken].filter((secret) => secret !== undefined);
}

function platformOf(id: PlatformId): Platform {
  return platforms.find((platform) => platform.id === id) as Platform;
}

function settingOf(call: CallName, { endless }: Fault): Pick<Account, 'onFailure' | 'deadline'> {
  return { onFailure: call === 'failing' ? 'fail' : 'keep', deadline: endless === true ? 5 : 20 };
}

/** A connection on Zapier has its token from the beginning; n8n gets one when it is needed. */
function hasToken(host: Host, { tokenEnds }: Fault): boolean {
  return host === 'zapier' || tokenEnds !== undefined;
}

function enter(account: Account, host: Host, { n8n, apps }: Stage): User {
  if (host === 'n8n') return new N8nUser(n8n, account);
  return new ZapierUser(apps[account.platform.id as PlatformId], account);
}
