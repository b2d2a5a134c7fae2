// Line drawings, so that the page needs no emoji font for its own buttons.

const drawing = path => `<svg viewBox="0 0 24 24">${path}</svg>`;

export const icons = {
  keyboard: drawing('<rect x="2.5" y="6" width="19" height="12" rx="2"/><path d="M6 10h.01M9 10h.01M12 10h.01M15 10h.01M18 10h.01M8 14.5h8"/>'),
  menu: drawing('<path d="M4 7h16M4 12h16M4 17h16"/>'),
  voice: drawing('<circle cx="12" cy="12" r="9.5"/><path d="M9 10.5a3 3 0 0 1 0 3M11.5 8.5a6 6 0 0 1 0 7M14 6.8a9 9 0 0 1 0 10.4"/>'),
  smile: drawing('<circle cx="12" cy="12" r="9.5"/><path d="M8 14.5c1.8 2.4 6.2 2.4 8 0M8.7 9.7h.01M15.3 9.7h.01"/>'),
  plus: drawing('<circle cx="12" cy="12" r="9.5"/><path d="M12 7.5v9M7.5 12h9"/>'),
  photo: drawing('<rect x="3" y="5" width="18" height="14" rx="2"/><circle cx="8.5" cy="10" r="1.6"/><path d="M4 18l6-5 4 3 3-2.5 4 3.5"/>'),
  place: drawing('<path d="M12 21c4.5-5 6.5-8.3 6.5-11.2A6.5 6.5 0 0 0 5.5 9.8C5.5 12.7 7.5 16 12 21z"/><circle cx="12" cy="9.8" r="2.3"/>'),
  scan: drawing('<path d="M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M4 12h16"/>'),
  microphone: drawing('<rect x="9" y="3" width="6" height="11" rx="3"/><path d="M5.5 11a6.5 6.5 0 0 0 13 0M12 17.5V21"/>'),
};
