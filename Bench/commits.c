/* The yardstick for durable work: one row, one commit, one after the other, as
   fast as the disk and the engine allow. Prints commits per second.
     commits sqlite FILE SECONDS
     commits postgres ADDRESS SECONDS */
#include <libpq-fe.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec + time.tv_nsec / 1e9;
}

static void stop(const char *why) {
    fprintf(stderr, "commits: %s\n", why);
    exit(1);
}

static long sqlite(const char *file, double until) {
    sqlite3 *store;
    sqlite3_stmt *insert;
    long done = 0;
    if (sqlite3_open(file, &store) != SQLITE_OK) stop("cannot open the file");
    if (sqlite3_exec(store,
                     "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                     "CREATE TABLE row (id INTEGER PRIMARY KEY, words TEXT NOT NULL)",
                     NULL, NULL, NULL) != SQLITE_OK) stop(sqlite3_errmsg(store));
    sqlite3_prepare_v2(store, "INSERT INTO row (words) VALUES ('one row, and on the disk')", -1, &insert, NULL);
    for (; now() < until; done++) {
        if (sqlite3_step(insert) != SQLITE_DONE) stop(sqlite3_errmsg(store));
        sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
    sqlite3_close(store);
    return done;
}

static void expect(PGresult *answer, PGconn *store) {
    if (PQresultStatus(answer) != PGRES_COMMAND_OK) stop(PQerrorMessage(store));
    PQclear(answer);
}

static long postgres(const char *address, double until) {
    PGconn *store = PQconnectdb(address);
    long done = 0;
    if (PQstatus(store) != CONNECTION_OK) stop(PQerrorMessage(store));
    expect(PQexec(store, "CREATE TABLE row (id BIGSERIAL PRIMARY KEY, words TEXT NOT NULL)"), store);
    expect(PQprepare(store, "insert", "INSERT INTO row (words) VALUES ('one row, and on the disk')", 0, NULL),
           store);
    for (; now() < until; done++) expect(PQexecPrepared(store, "insert", 0, NULL, NULL, NULL, 0), store);
    expect(PQexec(store, "DROP TABLE row"), store);
    PQfinish(store);
    return done;
}

int main(int count, char **words) {
    if (count != 4) stop("commits sqlite|postgres WHERE SECONDS");
    double seconds = atof(words[3]);
    double began = now();
    long done = strcmp(words[1], "sqlite") == 0 ? sqlite(words[2], began + seconds) : postgres(words[2], began + seconds);
    printf("%.0f\n", done / (now() - began));
    return 0;
}
