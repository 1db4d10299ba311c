#include <libpq-fe.h>

/* Macros of characters are not imported into Swift; constants are. */
enum {
    BELONG_PG_SQLSTATE = PG_DIAG_SQLSTATE,
    BELONG_PG_TABLE = PG_DIAG_TABLE_NAME,
    BELONG_PG_MESSAGE = PG_DIAG_MESSAGE_PRIMARY
};
