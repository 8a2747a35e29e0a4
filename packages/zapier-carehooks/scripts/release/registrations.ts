import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** Which of Zapier's apps an app here is pushed to: what Zapier keeps in `.zapierapprc`. */
export interface Registration {
  readonly id: number;
  readonly key: string;
}

type Registrations = Readonly<Record<string, Registration>>;

/**
 * The registrations of whoever runs this, by app. They stay out of the repository: its apps are registered by several
 * people, each in an account of their own, and a checkout alone must not decide whose app a push changes.
 */
export function registrationsFile(): string {
  const config = process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config');
  return process.env['CAREHOOKS_ZAPIER_APPS'] ?? join(config, 'carehooks', 'zapier-apps.json');
}

/** Writes the `.zapierapprc` that Zapier's commands look for in the stage, or takes a stale one away. */
export async function linkStage(app: string, stage: string): Promise<Registration | undefined> {
  const registration = (await readRegistrations())[app];
  if (registration === undefined) await rm(linkFile(stage), { force: true });
  else await writeLink(stage, registration);
  return registration;
}

/** Keeps the link that Zapier's `register` or `link` has made in the stage. */
export async function keepLink(app: string, stage: string): Promise<Registration> {
  const { id, key } = JSON.parse(await readFile(linkFile(stage), 'utf8')) as Registration;
  const all = { ...(await readRegistrations()), [app]: { id, key } };
  await mkdir(dirname(registrationsFile()), { recursive: true });
  await writeFile(registrationsFile(), `${JSON.stringify(all, null, 2)}\n`);
  return { id, key };
}

async function writeLink(stage: string, registration: Registration): Promise<void> {
  await mkdir(stage, { recursive: true });
  await writeFile(linkFile(stage), JSON.stringify(registration));
}

const linkFile = (stage: string) => join(stage, '.zapierapprc');

async function readRegistrations(): Promise<Registrations> {
  const file = registrationsFile();
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
  try {
    return parse(JSON.parse(text));
  } catch {
    throw new Error(
      `${file} is not as it should be. Mend it: {"ally":{"id":1234,"key":"App1234"}}, with an entry for each app.`,
    );
  }
}

function parse(value: unknown): Registrations {
  if (typeof value !== 'object' || value === null) throw new TypeError('Not an object');
  for (const entry of Object.values(value) as Array<Partial<Registration> | null>) {
    if (typeof entry?.id !== 'number' || typeof entry.key !== 'string') throw new TypeError('Not an app');
  }
  return value as Registrations;
}
