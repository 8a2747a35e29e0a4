/** What a person is told about a problem, and what to do next. Neither text ever holds data of a delivery or a secret. */
interface Problem {
  readonly message: string;
  readonly hint: string;
}

export const problems = {
  'secret-missing': {
    message: 'No webhook secret is set, so the delivery cannot be verified',
    hint: 'Enter the secret that the platform showed when the webhook was created.',
  },
  'signature-missing': {
    message: 'No signature was found in the headers of the delivery',
    hint: 'Check that the webhook was created with a secret. If it was, compare the pinned header name with the headers that the platform sends.',
  },
  'signature-mismatch': {
    message: 'No signature of the delivery matches the webhook secret',
    hint: 'Copy the secret of this very webhook again. Test and production webhooks have different secrets, and a proxy must not change the body.',
  },
  'timestamp-missing': {
    message: 'The delivery has no timestamp to check',
    hint: 'Check that a proxy passes all headers of the platform on.',
  },
  'timestamp-malformed': {
    message: 'The timestamp of the delivery cannot be read',
    hint: 'Check that a proxy does not change the headers of the platform.',
  },
  'timestamp-stale': {
    message: 'The delivery is older than the replay window allows',
    hint: 'Check the clock of this machine. If deliveries are held up on their way, widen the replay window.',
  },
  'timestamp-future': {
    message: 'The timestamp of the delivery lies in the future',
    hint: 'Check the clock of this machine.',
  },
  'credentials-missing': {
    message: 'The delivery has no Basic authentication',
    hint: 'Set the webhook to Basic authentication with the user name and password of this trigger.',
  },
  'credentials-mismatch': {
    message: 'The user name or password of the delivery is wrong',
    hint: 'Enter the same user name and password in the webhook and in this trigger.',
  },
  'body-unavailable': {
    message: 'The raw body of the delivery cannot be read',
    hint: 'Send the delivery as JSON with the content type application/json.',
  },
  'body-malformed': {
    message: 'The body of the delivery cannot be read as JSON in UTF-8',
    hint: 'Check that the payload URL belongs to this platform and that its content type is JSON.',
  },
  'envelope-unexpected': {
    message: 'The body of the delivery does not have the shape that the platform sends',
    hint: 'Check that the payload URL was pasted into the webhook settings of the right platform.',
  },
  'connection-missing': {
    message: 'No credentials for the API are set',
    hint: 'Choose credentials. They are needed to make the webhook and to fetch related records.',
  },
  'base-url-invalid': {
    message: 'The base URL is not a web address that starts with https://',
    hint: 'Correct the base URL in the credentials.',
  },
  'id-unsafe': {
    message: 'An id in the payload cannot be part of a web address',
    hint: 'Nothing was fetched. Ask the support of the platform about this record.',
  },
  'api-unauthorized': {
    message: 'The API key or token was not accepted',
    hint: 'Check the API key in the credentials, and whether it is for this environment (test or live).',
  },
  'api-forbidden': {
    message: 'The API refuses access',
    hint: 'Ask an administrator of the platform to widen the permissions of the API key, or to allow the address of this server.',
  },
  'api-not-found': {
    message: 'The API cannot find what was asked for',
    hint: 'The record may have been deleted. Check that the base URL and the environment of the API key are right.',
  },
  'api-rejected': {
    message: 'The API did not understand the request',
    hint: 'Check the settings in the credentials, such as the base URL and the expand query, and the events of the trigger.',
  },
  'api-conflict': {
    message: 'The API reports a conflict with an existing record',
    hint: 'Look at the webhooks in the settings of the platform and remove the one with the same URL.',
  },
  'api-throttled': {
    message: 'The API asks to slow down',
    hint: 'Try again later, or fetch fewer related records.',
  },
  'api-unavailable': {
    message: 'The API has a fault of its own',
    hint: 'Try again later. The status page of the platform may say more.',
  },
  'api-unreachable': {
    message: 'The API cannot be reached',
    hint: 'Check the base URL in the credentials and the network of this server.',
  },
  'api-timeout': {
    message: 'The API did not answer in time',
    hint: 'Try again later. Where the trigger has an option for the time of fetching, allow more.',
  },
  'api-redirected': {
    message: 'The API answered with a redirect, which is not followed',
    hint: 'Enter the final address of the API as the base URL in the credentials.',
  },
  'api-answer-unexpected': {
    message: 'The API answered with something other than the JSON that is expected',
    hint: 'Check the base URL in the credentials: a login or error page may answer there.',
  },
  'target-unreachable': {
    message: 'The platform cannot reach the URL of this trigger',
    hint: 'Make this server reachable from the internet under an https address, and try again.',
  },
  'event-unknown': {
    message: 'The platform cannot be subscribed to one of the chosen events by this name',
    hint: 'Choose events from the list. Where the platform numbers its events, write the number before the name.',
  },
  'login-elsewhere': {
    message: 'The platform issues its tokens at another address',
    hint: 'Enter the authorization server URL, and the tenant if there is one, in the credentials.',
  },
  'subscription-not-removed': {
    message: 'The platform still lists the webhook after it was asked to remove it',
    hint: 'Try again. If it stays so, remove the webhook in the settings of the platform.',
  },
  'subscription-not-confirmed': {
    message: 'The platform accepted the subscription but does not list it as asked for',
    hint: 'Try again. If it stays so, look at the webhooks in the settings of the platform.',
  },
} as const satisfies Record<string, Problem>;
