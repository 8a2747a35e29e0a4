import type {
  ICredentialsDecrypted,
  ICredentialTestFunctions,
  INodeCredentialTestResult,
} from 'n8n-workflow';

/**
 * No platform can be asked whether a webhook secret is right: only the next delivery shows it. What can be seen are
 * slips of copy and paste.
 */
export async function checkSecrets(
  this: ICredentialTestFunctions,
  credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
  const entered = Object.entries(credential.data ?? {})
    .filter(([name, text]) => /secret$/i.test(name) && typeof text === 'string' && text !== '')
    .map(([, text]) => text);
  if (entered.length === 0) return { status: 'Error', message: 'Enter the secret of the webhook.' };
  if (entered.some((text) => /\s/.test(String(text)))) {
    return {
      status: 'Error',
      message: 'A secret holds a space or a line break. Copy it again without them.',
    };
  }
  return { status: 'OK', message: 'Saved. The next delivery shows whether the secret is right.' };
}
