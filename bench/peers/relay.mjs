// A bare relay of WebSocket messages: everybody gets what anybody sends. No order, no store, no rights: the limit.
import { WebSocketServer } from 'ws';

const server = new WebSocketServer({ host: '127.0.0.1', port: Number(process.argv[2]) }, () => console.log('ready'));

server.on('connection', (socket) => {
  socket.on('message', (message) => {
    for (const client of server.clients) {
      client.send(message, { binary: false });
    }
  });
});
