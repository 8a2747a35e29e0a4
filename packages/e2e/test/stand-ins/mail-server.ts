import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

export interface Mail {
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
}

export interface MailServer {
  /** For n8n's credential. */
  readonly credential: Readonly<Record<string, string | number | boolean>>;
  /** What was sent, the oldest first. */
  readonly mails: readonly Mail[];
  close(): Promise<void>;
}

/** Takes emails as the mail server of an office does, from whoever knows the password. */
export async function startMailServer(): Promise<MailServer> {
  const [user, password] = ['carehooks', 'password-of-the-office'];
  const mails: Mail[] = [];
  const server = new SMTPServer({
    // Without a certificate there is no encryption to log in behind; this never leaves the machine.
    disabledCommands: ['STARTTLS'],
    onAuth: (given, _session, callback) =>
      given.username === user && given.password === password
        ? callback(null, { user })
        : callback(new Error('Wrong user name or password')),
    async onData(stream, { envelope }, callback) {
      const { subject, body } = read(await text(stream));
      const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
      mails.push({ from, to: envelope.rcptTo.map(({ address }) => address), subject, text: body });
      callback();
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    credential: { host: '127.0.0.1', port, user, password, secure: false, disableStartTls: true },
    mails,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** Reads a message of one part whose subject is plain ASCII, with its text as it stands or quoted-printable. */
function read(message: string): { subject: string; body: string } {
  const end = message.indexOf('\r\n\r\n');
  const head = message.slice(0, end);
  const body = message.slice(end).trim().replaceAll('\r\n', '\n');
  const quoted = /^content-transfer-encoding: quoted-printable$/im.test(head);
  const [, subject = ''] = /^subject: (.*)$/im.exec(head) ?? [];
  return { subject: subject.trim(), body: quoted ? unquote(body) : body };
}

/** https://www.rfc-editor.org/rfc/rfc2045#section-6.7 */
function unquote(body: string): string {
  const decode = (run: string) => Buffer.from(run.replaceAll('=', ''), 'hex').toString('utf8');
  return body.replaceAll('=\n', '').replaceAll(/(?:=[0-9A-F]{2})+/g, decode);
}
