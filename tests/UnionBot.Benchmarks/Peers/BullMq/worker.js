// The peer: jobs in Redis, sent by co-wechat-api, with nothing written down of what became of them.
const { Queue, Worker } = require('bullmq');
const API = require('co-wechat-api');

const connection = { host: '127.0.0.1', port: Number(process.env.REDIS_PORT) };
const count = Number(process.env.COUNT);
const api = new API('a', 'b');
api.prefix = `${process.env.PLATFORM}/cgi-bin/`;

(async () => {
  const queue = new Queue('broadcast', { connection });
  for (let i = 0; i < count; i += 1000) {
    await queue.addBulk(Array.from({ length: 1000 }, (_, k) => ({
      name: 'send',
      data: { openid: 'o' + String(i + k).padStart(27, '0') },
      opts: { removeOnComplete: true },
    })));
  }

  await api.ensureAccessToken();
  let done = 0;
  const start = process.hrtime.bigint();
  const worker = new Worker('broadcast', async (job) => {
    await api.sendTemplate(job.data.openid, 'benchmark-template', null, { thing1: { value: '夏送清凉' }, time2: { value: '2026-07-01' } });
  }, { connection, concurrency: Number(process.env.CONCURRENCY) });
  worker.on('failed', (job, error) => { console.error(error.message); process.exit(1); });
  worker.on('completed', () => {
    if (++done < count) return;
    console.log(count / (Number(process.hrtime.bigint() - start) / 1e9));
    process.exit(0);
  });
})();
