/**
 * Search, filter and open all: the report is whole without it. ASCII, because its hash stands in the report's content security
 * policy; runs in the report alone, so it takes no listener off.
 */
export const reportScript = `(() => {
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);
  const search = byId('search');
  const level = byId('level');
  const severity = byId('severity');
  const said = byId('shown');
  const pages = [...document.querySelectorAll('.page')].map((page) => ({
    page,
    level: page.dataset.level,
    name: page.querySelector('.page-name').textContent.toLowerCase(),
    items: [...page.querySelectorAll('[data-item]')].map((item) => ({
      item,
      severity: item.dataset.severity || '',
      text: item.textContent.toLowerCase(),
    })),
  }));
  root.classList.add('scripted');
  const apply = () => {
    const words = search.value.trim().toLowerCase();
    const isNarrowed = words !== '' || severity.value !== '';
    let shown = 0;
    for (const one of pages) {
      const named = words !== '' && one.name.includes(words);
      let hits = 0;
      for (const { item, severity: own, text } of one.items) {
        const fits = (words === '' || named || text.includes(words)) && (severity.value === '' || own === severity.value);
        item.hidden = !fits;
        if (fits) hits += 1;
      }
      const fits = (level.value === '' || one.level === level.value) && (!isNarrowed || hits > 0 || (named && severity.value === ''));
      one.page.hidden = !fits;
      if (fits) shown += 1;
      if (fits && isNarrowed && hits > 0) one.page.open = true;
    }
    said.textContent = said.dataset.text.replace('{shown}', String(shown)).replace('{all}', String(pages.length));
  };
  for (const control of [search, level, severity]) control.addEventListener('input', apply);
  const setAll = (open) => {
    for (const one of document.querySelectorAll('.page, .fold')) one.open = open;
  };
  byId('open-all').addEventListener('click', () => setAll(true));
  byId('close-all').addEventListener('click', () => setAll(false));
  byId('print').addEventListener('click', () => print());
  addEventListener('beforeprint', () => {
    for (const one of document.querySelectorAll('details:not([open])')) {
      one.dataset.closed = '';
      one.open = true;
    }
  });
  addEventListener('afterprint', () => {
    for (const one of document.querySelectorAll('[data-closed]')) {
      delete one.dataset.closed;
      one.open = false;
    }
  });
  const reveal = () => {
    const aim = location.hash && byId(decodeURIComponent(location.hash.slice(1)));
    for (let one = aim; one; one = one.parentElement) if (one.tagName === 'DETAILS') one.open = true;
    if (aim) aim.scrollIntoView();
  };
  addEventListener('hashchange', reveal);
  reveal();
})();
`;
