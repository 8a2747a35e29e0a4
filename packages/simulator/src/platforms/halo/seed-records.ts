import type { JsonObject } from '@carehooks/core';

export const clients: readonly JsonObject[] = [
  { id: 1, name: 'Unknown', inactive: false },
  { id: 12, name: 'Rosewood House Care', inactive: false, website: 'https://rosewood-house.example.com' },
  { id: 14, name: 'Larkfield Physiotherapy', inactive: false, website: 'https://larkfield.example.com' },
];

export const sites: readonly JsonObject[] = [
  { id: 31, name: 'Rosewood House, Main Building', client_id: 12, phonenumber: '01632 960331' },
  { id: 40, name: 'Larkfield, Ground Floor', client_id: 14, phonenumber: '01632 960340' },
];

export const users: readonly JsonObject[] = [
  {
    id: 88,
    name: 'Martha Oyelaran',
    site_id: 31,
    client_id: 12,
    emailaddress: 'martha.oyelaran@rosewood-house.example.com',
    phonenumber: '01632 960388',
  },
  {
    id: 97,
    name: 'Tomasz Zielinski',
    site_id: 40,
    client_id: 14,
    emailaddress: 'tomasz.zielinski@larkfield.example.com',
    phonenumber: '01632 960397',
  },
];

export const agents: readonly JsonObject[] = [
  { id: 3, name: 'Ines Albrecht', email: 'ines.albrecht@support.example.com', team: 'Field Support' },
  { id: 7, name: 'Kwame Boateng', email: 'kwame.boateng@support.example.com', team: 'Onboarding' },
];

export const statuses: readonly JsonObject[] = [
  { id: 1, name: 'New' },
  { id: 2, name: 'In Progress' },
  { id: 3, name: 'With User' },
  { id: 9, name: 'Closed' },
];

export const teams: readonly JsonObject[] = [
  { id: 2, name: 'Onboarding' },
  { id: 5, name: 'Field Support' },
];

export const ticketTypes: readonly JsonObject[] = [
  { id: 1, name: 'Incident' },
  { id: 3, name: 'Service Request' },
  { id: 25, name: 'Change' },
];

function ticket(id: number, summary: string, fields: JsonObject): JsonObject {
  return {
    id,
    summary,
    ...{ status_id: 1, tickettype_id: 1, priority_id: 2, sla_id: 1, team_id: 5, team: 'Field Support' },
    ...{ agent_id: 3, customfields: [], hasbeenclosed: false },
    ...{ dateoccurred: '2026-01-15T08:55:12.31', last_update: '2026-01-15T09:21:14.44' },
    ...fields,
  };
}

const rosewood = {
  ...{ client_id: 12, client_name: 'Rosewood House Care' },
  ...{ site_id: 31, site_name: 'Rosewood House, Main Building' },
  ...{ user_id: 88, user_name: 'Martha Oyelaran' },
};

const larkfield = {
  ...{ client_id: 14, client_name: 'Larkfield Physiotherapy' },
  ...{ site_id: 40, site_name: 'Larkfield, Ground Floor' },
  ...{ user_id: 97, user_name: 'Tomasz Zielinski' },
};

export const tickets: readonly JsonObject[] = [
  ticket(4242, 'Replace the label printer', {
    ...{ status_id: 9, tickettype_id: 25, client_id: 1, client_name: 'Unknown', user_name: 'General User' },
    ...{ details: 'The label printer is ten years old.', hasbeenclosed: true },
  }),
  ticket(4251, 'Ward tablets lose Wi-Fi on level 2', {
    ...rosewood,
    status_id: 2,
    details: 'Since Monday the tablets on ward 2B lose their connection every few minutes.',
  }),
  ticket(4252, 'New starter: Tomasz Zielinski', {
    ...larkfield,
    ...{ tickettype_id: 3, team_id: 2, team: 'Onboarding', agent_id: 7, details: 'Starts on 2 February.' },
  }),
  ticket(4253, 'Printer at reception jams', { ...rosewood, details: 'Every third page.' }),
];
