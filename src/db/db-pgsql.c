/* SPDX-License-Identifier: GPL-3.0-or-later */
/* db-pgsql.c: the driver of PostgreSQL, https://www.postgresql.org/docs/15/libpq.html */
#include "driver.h"
#include "error.h"
#include "libpq.h"

#include <string.h>

#define OLDEST_SERVER 150000
#define PIPELINED 100 /* statements on their way at once: their answers fit into any socket */
#define NUMBER_BYTES 32

/* Types of columns, by the numbers that every server has for them (pg_type.dat) */
enum {
	OID_BOOL = 16,
	OID_BYTEA = 17,
	OID_INT8 = 20,
	OID_INT2 = 21,
	OID_INT4 = 23,
	OID_FLOAT8 = 701
};

typedef struct {
	PGconn *connection;
	unsigned names; /* given to statements so far */
} Connection;

typedef struct {
	Connection *connection;
	char name[16];
	PGresult *result; /* while it is run */
	int row;          /* -1 before the first */
} Prepared;

/* By the beginning of SQLSTATE, the first that fits (appendix A of its manual) */
static const struct {
	const char *state;
	DdError error;
	const char *text;
} failures[] = {
	{"23", DD_ERROR_CONFLICT, "trái với dữ liệu đang có (against what is in the store)"},
	{"25006", DD_ERROR_IO,
		"máy chủ PostgreSQL chỉ cho đọc; thêm target_session_attrs=read-write vào địa chỉ "
		"(the server "
		"is read only; add target_session_attrs=read-write)"},
	{"42501", DD_ERROR_IO,
		"tài khoản PostgreSQL không có quyền này (the PostgreSQL account lacks the right)"},
	{"53100", DD_ERROR_IO,
		"hết chỗ trên đĩa của máy chủ, không có gì được ghi (the server's disk is full, "
		"nothing was "
		"written)"},
	{"55P03", DD_ERROR_UNAVAILABLE,
		"kho dữ liệu đang bận, hãy thử lại (the store is busy, try again)"},
	{"40", DD_ERROR_UNAVAILABLE, "kho dữ liệu đang bận, hãy thử lại (the store is busy, try again)"},
	{"08", DD_ERROR_UNAVAILABLE,
		"mất kết nối tới PostgreSQL (the connection to PostgreSQL is lost)"},
	{"57P", DD_ERROR_UNAVAILABLE,
		"PostgreSQL đang dừng hoặc khởi động, hãy thử lại (PostgreSQL is stopping or "
		"starting, try "
		"again)"},
	{"54", DD_ERROR_TOO_LARGE, "giá trị quá lớn (a value is too large)"},
	{"58", DD_ERROR_IO,
		"máy chủ PostgreSQL không đọc, ghi được tệp (the server cannot read or write)"},
};

/* Returns: (transfer full) libpq's message on one line */
static char *
one_line(const char *message)
{
	g_autofree char *line = g_strdup(message != NULL ? message : "");
	g_strdelimit(line, "\r\n\t", ' ');
	return g_strdup(g_strstrip(line));
}

/* @result: NULL when there is none. Returns: FALSE */
static bool
fail(PGconn *connection, const PGresult *result, GError **error)
{
	const char *state = result != NULL ? libpq.PQresultErrorField(result, PG_DIAG_SQLSTATE) : NULL;
	const char *primary = result != NULL
				      ? libpq.PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY)
				      : NULL;
	g_autofree char *detail = one_line(
		primary != NULL ? primary : libpq.PQerrorMessage(connection));
	if (state == NULL && libpq.PQstatus(connection) != CONNECTION_OK)
		state = "08";
	for (size_t i = 0; state != NULL && i < G_N_ELEMENTS(failures); i++)
		if (g_str_has_prefix(state, failures[i].state)) {
			g_set_error(error, DD_ERROR, (gint)failures[i].error, "%s: %s",
				failures[i].text, detail);
			return false;
		}
	g_set_error(error, DD_ERROR, DD_ERROR_INTERNAL, "lỗi PostgreSQL %s (PostgreSQL error): %s",
		state != NULL ? state : "?", detail);
	return false;
}

static void
ignore_notice(void *user_data G_GNUC_UNUSED, const PGresult *result G_GNUC_UNUSED)
{
}

static void
pgsql_close(void *connection)
{
	Connection *self = connection;
	libpq.PQfinish(self->connection);
	g_free(self);
}

static bool
check_server(PGconn *connection, GError **error)
{
	if (libpq.PQstatus(connection) != CONNECTION_OK) {
		g_autofree char *detail = one_line(libpq.PQerrorMessage(connection));
		g_set_error(error, DD_ERROR, DD_ERROR_UNAVAILABLE,
			"không nối được tới PostgreSQL; hãy xem địa chỉ, tài khoản và máy chủ "
			"(cannot reach "
			"PostgreSQL; look at address, account and server): %s",
			detail);
		return false;
	}
	const char *encoding = libpq.PQparameterStatus(connection, "server_encoding");
	if (libpq.PQserverVersion(connection) >= OLDEST_SERVER && g_strcmp0(encoding, "UTF8") == 0)
		return true;
	g_set_error(error, DD_ERROR, DD_ERROR_UNSUPPORTED,
		"cần PostgreSQL từ 15 trở lên với bảng mã UTF8; máy chủ này là %d, %s (PostgreSQL "
		"15 or later "
		"with encoding UTF8 is needed)",
		libpq.PQserverVersion(connection) / 10000, encoding != NULL ? encoding : "?");
	return false;
}

/* What libpq says of a bad address quotes parts of it, and so of the password: such an address does not reach it */
static bool
check_address(const char *where, GError **error)
{
	PQconninfoOption *options = libpq.PQconninfoParse(where, NULL);
	bool good = options != NULL;
	for (const PQconninfoOption *one = options; good && one->keyword != NULL; one++) {
		if (one->val == NULL)
			continue;
		bool name = strcmp(one->keyword, "host") == 0 || strcmp(one->keyword, "dbname") == 0;
		bool port = strcmp(one->keyword, "port") == 0;
		good = !(name && strchr(one->val, '@') != NULL) &&
		       !(port && one->val[strspn(one->val, "0123456789,")] != '\0');
	}
	libpq.PQconninfoFree(options);
	if (!good)
		g_set_error_literal(error, DD_ERROR, DD_ERROR_UNSUPPORTED,
			"địa chỉ PostgreSQL sai; ký tự đặc biệt trong mật khẩu viết dạng %XX (a "
			"bad "
			"PostgreSQL address; write special characters of a password as %XX)");
	return good;
}

static bool
pgsql_script(void *connection, const char *sql, GError **error)
{
	Connection *self = connection;
	PGresult *result = libpq.PQexec(self->connection, sql);
	ExecStatusType status = libpq.PQresultStatus(result);
	bool good = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK ||
		    status == PGRES_EMPTY_QUERY;
	if (!good) {
		fail(self->connection, result, error);
	} else if (strcmp(sql, "COMMIT") == 0 && strcmp(libpq.PQcmdStatus(result), "COMMIT") != 0) {
		/* of a transaction in which something failed the server makes a ROLLBACK without a word */
		good = false;
		g_set_error(error, DD_ERROR, DD_ERROR_INTERNAL,
			"giao dịch đã bị hủy (the transaction was rolled back)");
	}
	libpq.PQclear(result);
	return good;
}

static void *
pgsql_open(const char *where, DdDbMode mode, GError **error)
{
	if (!dd_libpq_load(error) || !check_address(where, error))
		return NULL;
	/* what the URL says comes behind our own words, and counts */
	static const char *const names[] = {"connect_timeout", "application_name", "options",
		"dbname", "client_encoding", NULL};
	const char *const values[] = {"10", "dondoc", "-c lock_timeout=10s", where, "UTF8", NULL};
	Connection *self = g_new0(Connection, 1);
	self->connection = libpq.PQconnectdbParams(names, values, 1);
	if (!check_server(self->connection, error)) {
		pgsql_close(self);
		return NULL;
	}
	libpq.PQsetNoticeReceiver(self->connection, ignore_notice, NULL);
	/* not among the options: the URL's own would replace it, and target_session_attrs would look at it */
	if ((mode == DD_DB_READ_ONLY || mode == DD_DB_AT_REST) &&
		!pgsql_script(self, "SET default_transaction_read_only = on", error)) {
		pgsql_close(self);
		return NULL;
	}
	return self;
}

static void *
pgsql_prepare(void *connection, const char *sql, GError **error)
{
	Connection *owner = connection;
	Prepared *self = g_new0(Prepared, 1);
	self->connection = owner;
	g_snprintf(self->name, sizeof(self->name), "s%u", ++owner->names);
	PGresult *result = libpq.PQprepare(owner->connection, self->name, sql, 0, NULL);
	bool good = libpq.PQresultStatus(result) == PGRES_COMMAND_OK;
	if (!good)
		fail(owner->connection, result, error);
	libpq.PQclear(result);
	return good ? self : (g_free(self), NULL);
}

static void
pgsql_unprepare(void *prepared)
{
	Prepared *self = prepared;
	char sql[32];
	g_snprintf(sql, sizeof(sql), "DEALLOCATE %s", self->name);
	libpq.PQclear(libpq.PQexec(self->connection->connection, sql));
	g_free(self);
}

/* Values as libpq wants them; numbers as text, of which the server knows what type is meant */
typedef struct {
	const char *values[DD_DB_VALUES];
	int lengths[DD_DB_VALUES];
	int formats[DD_DB_VALUES];
	char numbers[DD_DB_VALUES][NUMBER_BYTES];
} Arguments;

static bool
fill(Arguments *self, const DdDbValue *values, size_t n, GError **error)
{
	for (size_t i = 0; i < n; i++) {
		if (values[i].len > G_MAXINT) {
			g_set_error(error, DD_ERROR, DD_ERROR_TOO_LARGE,
				"giá trị quá lớn (a value is too large)");
			return false;
		}
		/* text, too, goes as bytes: it need not end with a NUL */
		self->formats[i] = values[i].type == DD_DB_TEXT || values[i].type == DD_DB_BLOB;
		self->lengths[i] = (int)values[i].len;
		self->values[i] = self->numbers[i];
		switch (values[i].type) {
		case DD_DB_INT:
			g_snprintf(self->numbers[i], NUMBER_BYTES, "%" G_GINT64_FORMAT,
				values[i].number);
			break;
		case DD_DB_BOOL:
			g_strlcpy(self->numbers[i], values[i].number != 0 ? "t" : "f", NUMBER_BYTES);
			break;
		case DD_DB_DOUBLE:
			g_ascii_dtostr(self->numbers[i], NUMBER_BYTES, values[i].real);
			break;
		case DD_DB_TEXT:
		case DD_DB_BLOB:
			self->values[i] = values[i].bytes;
			break;
		case DD_DB_NULL:
		default:
			self->values[i] = NULL;
			break;
		}
	}
	return true;
}

static void
pgsql_finish(void *cursor)
{
	Prepared *self = cursor;
	libpq.PQclear(g_steal_pointer(&self->result));
}

static bool
is_good(const PGresult *result)
{
	ExecStatusType status = libpq.PQresultStatus(result);
	return status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK;
}

static void *
pgsql_run(void *prepared, const DdDbValue *values, size_t n, GError **error)
{
	Prepared *self = prepared;
	Arguments arguments;
	if (!fill(&arguments, values, n, error))
		return NULL;
	self->row = -1;
	self->result = libpq.PQexecPrepared(self->connection->connection, self->name, (int)n,
		arguments.values, arguments.lengths, arguments.formats, 1);
	if (is_good(self->result))
		return self;
	fail(self->connection->connection, self->result, error);
	pgsql_finish(self);
	return NULL;
}

/* Takes all answers up to that of the sync; the first that is bad is the error */
static bool
take_answers(PGconn *connection, GError **error)
{
	bool good = true;
	for (;;) {
		PGresult *result = libpq.PQgetResult(connection);
		if (result == NULL) {
			if (libpq.PQstatus(connection) == CONNECTION_OK)
				continue; /* it parts the answers */
			return good && fail(connection, NULL, error);
		}
		ExecStatusType status = libpq.PQresultStatus(result);
		if (good && !is_good(result) && status != PGRES_PIPELINE_SYNC)
			good = fail(connection, result, error);
		libpq.PQclear(result);
		if (status == PGRES_PIPELINE_SYNC)
			return good;
	}
}

static bool
pgsql_run_many(void *prepared, const DdDbValue *values, size_t n, size_t times, GError **error)
{
	Prepared *self = prepared;
	PGconn *connection = self->connection->connection;
	Arguments arguments;
	bool good = libpq.PQenterPipelineMode(connection) == 1 || fail(connection, NULL, error);
	for (size_t at = 0; good && at < times; at += PIPELINED) {
		size_t end = MIN(at + PIPELINED, times);
		for (size_t i = at; good && i < end; i++) {
			good = fill(&arguments, values + i * n, n, error);
			if (good && libpq.PQsendQueryPrepared(connection, self->name, (int)n,
					    arguments.values, arguments.lengths, arguments.formats,
					    1) != 1)
				good = fail(connection, NULL, error);
		}
		if (libpq.PQpipelineSync(connection) != 1)
			return good && fail(connection, NULL, error);
		good = take_answers(connection, good ? error : NULL) && good;
	}
	libpq.PQexitPipelineMode(connection);
	return good;
}

static bool
pgsql_next(void *cursor, bool *have_out, GError **error G_GNUC_UNUSED)
{
	Prepared *self = cursor;
	*have_out = ++self->row < libpq.PQntuples(self->result);
	return true;
}

/* Returns: the number that @len bytes are, most significant first */
static uint64_t
number_of(const unsigned char *bytes, size_t len)
{
	uint64_t number = 0;
	for (size_t i = 0; i < len; i++)
		number = number << 8 | bytes[i];
	return number;
}

static DdDbValue
pgsql_get(void *cursor, unsigned column)
{
	const Prepared *self = cursor;
	int at = (int)column;
	if (libpq.PQgetisnull(self->result, self->row, at) != 0)
		return dd_db_null();
	const char *bytes = libpq.PQgetvalue(self->result, self->row, at);
	size_t len = (size_t)libpq.PQgetlength(self->result, self->row, at);
	uint64_t number = len <= sizeof(number) ? number_of((const unsigned char *)bytes, len) : 0;
	double real = 0;
	switch (libpq.PQftype(self->result, at)) {
	case OID_BOOL:
		return dd_db_bool(number != 0);
	case OID_INT2:
		return dd_db_int((int16_t)number);
	case OID_INT4:
		return dd_db_int((int32_t)number);
	case OID_INT8:
		return dd_db_int((int64_t)number);
	case OID_FLOAT8:
		memcpy(&real, &number, sizeof(real));
		return dd_db_double(real);
	case OID_BYTEA:
		return dd_db_blob(bytes, len);
	default:
		return dd_db_text_len(bytes, len);
	}
}

const DdDbDriver dd_db_pgsql = {
	.engine = DD_DB_PGSQL,
	.begin = {[DD_DB_READ] = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", [DD_DB_WRITE] = "BEGIN"},
	.open = pgsql_open,
	.close = pgsql_close,
	.script = pgsql_script,
	.prepare = pgsql_prepare,
	.unprepare = pgsql_unprepare,
	.run = pgsql_run,
	.run_many = pgsql_run_many,
	.next = pgsql_next,
	.get = pgsql_get,
	.finish = pgsql_finish,
};
