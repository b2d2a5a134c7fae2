-- One message, one transaction: every statement a turn needs, one after the other, on the bot's own tables.
-- The sealed values are as long as the bot's; what they hold is the same to the server.
\set person random(1, :people)
\set message random(1, 1000000000000000)
BEGIN;
INSERT INTO inbound (person_id, sent_at, key, kind, body, received_at, answered_at)
VALUES (:person, now(), decode(lpad(to_hex(:message::bigint), 32, '0'), 'hex'), 0, decode(repeat('ab', 64), 'hex'), now(), now())
    ON CONFLICT DO NOTHING;
SELECT id, channel, phone_confirmed_at FROM person WHERE id = :person;
SELECT version, state, last_at, owned_until, has_held FROM talk WHERE person_id = :person FOR UPDATE;
UPDATE talk SET version = version + 1, last_at = now(), typed_at = now() WHERE person_id = :person;
INSERT INTO outbound (period, person_id, occasion, text, status, created_at, not_before, not_after)
VALUES (date_trunc('month', now())::date, :person, 'answer/1700000000/' || lpad(:message::text, 22, '0'), decode(repeat('cd', 192), 'hex'), 2, now(), now(), now());
COMMIT;
