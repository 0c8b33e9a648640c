import type { Exchange } from './exchange.ts';

/** By the published contracts of `GET /v2/sessions`, its `events` and its `context` (same place as `exchange.ts` says). */
export const sessionId = '1234567890:0987654321';
const path = '/v2/sessions/1234567890%3A0987654321';
const notAsked = 'a settings server holds no sessions';

const event = {
  device_id: '17117',
  session_id: '5916567459329906423',
  view_id: '4376064173749384629',
  event_time: '2024-04-03T17:06:12.290Z',
  event_type: 'navigate',
  event_properties: { navigate_reason: 'navigate', additional_event_definition_ids: [] },
  source_type: 'web',
  source_properties: {
    user_agent: { device: 'Desktop', browser: 'Chrome' },
    url: {
      full_url: 'https://app.fullstory.com/login/?dest=%2Fui',
      host: 'app.fullstory.com',
      path: '/login/',
      query: { dest: { values: ['/ui'] } },
    },
    initial_referrer: null,
  },
};

export const sessionExchanges = {
  list: {
    request: { method: 'GET', path: '/v2/sessions?uid=visitor+7&limit=3' },
    answer: {
      status: 200,
      json: {
        results: [
          {
            id: sessionId,
            app_url: `https://app.fullstory.com/ui/orgid/session/${sessionId}`,
            created_time: '2017-01-15T01:30:15Z',
          },
        ],
      },
    },
    role: 'user',
    notAsked,
  },
  events: {
    request: { method: 'GET', path: `${path}/events` },
    answer: { status: 200, json: { events: [event] } },
    role: 'user',
    notAsked,
  },
  context: {
    request: {
      method: 'POST',
      path: `${path}/context`,
      body: {
        slice: { mode: 'FIRST' },
        context: { exclude: ['user', 'org', 'location', 'device'] },
        events: { include_descriptions: true },
      },
    },
    answer: {
      status: 200,
      json: {
        context_data: {
          context: { session_id: sessionId },
          pages: [
            {
              url: 'https://shop.example/pay',
              title: 'Pay',
              events: [
                {
                  type: 'click',
                  description: 'Clicked "Pay now"',
                  timestamp: '2024-04-03T17:06:12.290Z',
                  content: 'Pay now',
                  properties: { selectors: ['button.pay'] },
                },
              ],
              tab: 1,
            },
          ],
        },
      },
    },
    role: 'user',
    notAsked,
  },
} as const satisfies Readonly<Record<string, Exchange>>;
