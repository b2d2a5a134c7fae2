// The peer: co-wechat on Koa, in safe mode, keeping nothing and echoing what it hears.
const Koa = require('koa');
const wechat = require('co-wechat');

const app = new Koa();
const config = {
  token: process.env.TOKEN,
  appid: process.env.APP_ID,
  encodingAESKey: process.env.ENCODING_AES_KEY,
};
app.use(wechat(config).middleware(async (message) => '收到：' + message.Content));
app.listen(Number(process.env.PORT), '127.0.0.1');
