// Notifications of this browser: asked for with one button, which stands on the page of alerts only where they are possible.
(() => {
  'use strict';
  const form = document.querySelector('form[data-push]');
  if (!form || !('serviceWorker' in navigator) || !('PushManager' in window) || !('Notification' in window)) return;
  form.hidden = false;
  const say = (words) => { form.querySelector('[role=status]').textContent = words; };
  const text = (key) => (key ? btoa(String.fromCharCode(...new Uint8Array(key))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '') : '');
  const bytes = (key) => Uint8Array.from(atob(key.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    try {
      if (await Notification.requestPermission() !== 'granted') { say(form.dataset.refused); return; }
      const worker = await navigator.serviceWorker.ready;
      const to = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(form.dataset.push) });
      form.elements.address.value = to.endpoint;
      form.elements.key.value = text(to.getKey('p256dh'));
      form.elements.auth.value = text(to.getKey('auth'));
      form.submit();
    } catch {
      say(form.dataset.failed);
    }
  });
})();
