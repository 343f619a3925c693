-- A node that carries that room, as version 0.1 stored it.
CREATE TABLE tenancy (one INTEGER PRIMARY KEY CHECK (one = 1), json TEXT NOT NULL);
CREATE TABLE rooms (room TEXT PRIMARY KEY);
CREATE TABLE home (one INTEGER PRIMARY KEY CHECK (one = 1), network TEXT NOT NULL);
CREATE TABLE draining (session TEXT PRIMARY KEY);
CREATE TABLE violations (at INTEGER NOT NULL, violation TEXT NOT NULL);
INSERT INTO tenancy (one, json) VALUES (1, '{"protocol":24,"node":"paris","session":"tIB3arLSQ1dZGKtv","version":"test","region":"local","capacity":1000,"limits":{"bitsPerSecond":null,"bytesPerMonth":null,"rooms":null,"people":null,"hours":null},"media":{"addresses":["203.0.113.7"],"firstPort":40000,"lastPort":40000},"pipePorts":{"firstPort":41000,"lastPort":41099},"notAccepting":null,"probe":null}');
INSERT INTO rooms (room) VALUES ('4ac76ddf15f424647e92c577c584fc0873c0ce44b33e9862d85b68e10fb5438f');
