/** When the deliveries of the fixtures are sent and received, in milliseconds since 1970. */
export const fixtureTime = Date.parse('2026-01-15T09:30:00.000Z');
