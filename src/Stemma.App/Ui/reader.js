// Keys for the pages of Stemma. Every page works without it; it sends nothing but the page's own forms.
(() => {
  'use strict';
  const items = () => [...document.querySelectorAll('[data-item]')];
  const parts = () => [...document.querySelectorAll('main h1, main h2, main > * h3[id]')].filter(e => e.offsetParent);
  let at = -1;
  let awaitsPlace = false;

  const show = (element) => {
    document.querySelectorAll('.at').forEach(e => e.classList.remove('at'));
    element.classList.add('at');
    const link = element.matches('a') ? element : element.querySelector('a');
    (link || element).focus({ preventScroll: true });
    element.scrollIntoView({ block: 'nearest' });
  };

  const step = (by) => {
    const all = items();
    if (!all.length) return;
    at = Math.min(all.length - 1, Math.max(0, at + by));
    show(all[at]);
  };

  const part = (by) => {
    const tops = parts().map(e => ({ e, top: e.getBoundingClientRect().top }));
    const next = by > 0 ? tops.find(t => t.top > 60) : tops.reverse().find(t => t.top < -10);
    if (next) next.e.scrollIntoView({ block: 'start' });
  };

  const within = () => items()[at] || document;
  const press = (key) => {
    const element = within().querySelector(`[data-key="${key}"]`) || document.querySelector(`[data-key="${key}"]`);
    if (element) element.click();
  };
  const go = (path) => { location.href = path; };
  const places = { h: '/', r: '/reader', s: '/reader?list=starred', f: '/feeds', '/': '/search', ',': '/settings', '?': '/help' };
  const keys = {
    j: () => step(1), k: () => step(-1), n: () => part(1), p: () => part(-1),
    o: () => { const link = (items()[at] || document.createElement('i')).querySelector('a'); if (link) link.click(); },
    v: () => press('v'), m: () => press('m'), s: () => press('s'), f: () => press('f'),
    '/': () => { const find = document.getElementById('q') || document.getElementById('find'); if (find) { find.focus(); find.select(); } },
    '?': () => go('/help'),
    g: () => { awaitsPlace = true; setTimeout(() => { awaitsPlace = false; }, 1200); },
  };

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target;
    if (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && target.type !== 'checkbox') {
      if (event.key === 'Escape') target.blur();
      return;
    }
    if (awaitsPlace) {
      awaitsPlace = false;
      if (places[event.key]) { event.preventDefault(); go(places[event.key]); return; }
    }
    const act = keys[event.key];
    if (act) { event.preventDefault(); act(); }
  });

  document.addEventListener('focusin', (event) => {
    const item = event.target.closest('[data-item]');
    if (item) at = items().indexOf(item);
  });

  // Marks without leaving the place: the same form, sent aside; where that fails it is sent as usual.
  document.addEventListener('submit', async (event) => {
    const button = event.submitter;
    if (!button || button.name !== 'do' || !/^(un)?(star|read)$/.test(button.value)) return;
    event.preventDefault();
    const form = event.target;
    const data = new FormData(form);
    data.set('do', button.value);
    const body = new URLSearchParams([...data].filter(([, value]) => typeof value === 'string'));
    try {
      const answer = await fetch(button.getAttribute('formaction') || form.getAttribute('action'), { method: 'POST', body, redirect: 'manual' });
      if (answer.type !== 'opaqueredirect' && !answer.ok) throw new Error();
      const was = button.value;
      button.value = was.startsWith('un') ? was.slice(2) : 'un' + was;
      const entry = button.closest('.entry');
      if (was.endsWith('star')) {
        button.textContent = button.textContent.replace(/[★☆]/, was === 'star' ? '★' : '☆');
        button.setAttribute('aria-pressed', String(was === 'star'));
      } else if (entry) {
        entry.classList.toggle('is-read', was === 'read');
      } else {
        button.disabled = true;
      }
    } catch {
      form.action = button.getAttribute('formaction') || form.getAttribute('action');
      form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: 'do', value: button.value }));
      form.submit();
    }
  });

  // A copy kept for reading without the network says so, and of when it is.
  const { kept } = document.body.dataset;
  const note = document.querySelector('.kept-note');
  if (kept && note) {
    note.textContent = note.textContent.replace('{0}', new Date(kept).toLocaleString(document.documentElement.lang, { dateStyle: 'long', timeStyle: 'short' }));
    note.hidden = false;
  }

  // The worker keeps the last stories for reading without the network, unless the reader's browser is to save data.
  if ('serviceWorker' in navigator && document.querySelector('link[rel=manifest]')) {
    navigator.serviceWorker.register('/service-worker.js')
      .then(() => navigator.serviceWorker.ready)
      .then(({ active }) => { if (document.querySelector('nav ul') && !navigator.connection?.saveData) active.postMessage('ahead'); })
      .catch(() => {});
  }
})();
