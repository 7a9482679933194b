/* SPDX-License-Identifier: GPL-3.0-or-later */
/* db-pgsql.c: the driver of PostgreSQL, https://www.postgresql.org/docs/15/libpq.html */
#include "driver.h"
#include "error.h"
#include "libpq.h"

#include <errno.h>
#include <poll.h>
#include <string.h>

#define OLDEST_SERVER 150000
#define PIPELINED 100 /* statements on their way at once: their answers fit into any socket */
#define NUMBER_BYTES 32
#define CONNECT_SECONDS "5" /* for each host of several */
#define PATIENCE_MORE 3 /* seconds behind the end that the server itself makes, which says more */

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
	unsigned names;    /* given to statements so far */
	unsigned patience; /* seconds; 0 without end */
	bool lost;         /* it does not answer, or said that it ends */
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
	{"53100", DD_ERROR_NO_SPACE,
		"hết chỗ trên đĩa của máy chủ, không có gì được ghi (the server's disk is full, "
		"nothing was "
		"written)"},
	{"53", DD_ERROR_UNAVAILABLE, "máy chủ PostgreSQL quá tải, hãy thử lại (the PostgreSQL server is overloaded, try again)"},
	{"55P03", DD_ERROR_UNAVAILABLE,
		"kho dữ liệu đang bận, hãy thử lại (the store is busy, try again)"},
	{"40", DD_ERROR_UNAVAILABLE, "kho dữ liệu đang bận, hãy thử lại (the store is busy, try again)"},
	{"08", DD_ERROR_UNAVAILABLE,
		"mất kết nối tới PostgreSQL (the connection to PostgreSQL is lost)"},
	{"57014", DD_ERROR_UNAVAILABLE, "PostgreSQL làm quá lâu nên bị dừng, hãy thử lại (PostgreSQL took too long and was stopped, try again)"},
	{"25P03", DD_ERROR_UNAVAILABLE, "giao dịch nằm yên quá lâu nên bị hủy (the transaction lay still for too long and was ended)"},
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
fail(Connection *self, const PGresult *result, GError **error)
{
	const char *state = NULL, *primary = NULL, *severity = NULL;
	if (result != NULL) {
		state = libpq.PQresultErrorField(result, PG_DIAG_SQLSTATE);
		primary = libpq.PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
		severity = libpq.PQresultErrorField(result, PG_DIAG_SEVERITY_NONLOCALIZED);
	} else if (self->lost && libpq.PQstatus(self->connection) == CONNECTION_OK) {
		primary = "no answer in time";
	}
	g_autofree char *detail = one_line(
		primary != NULL ? primary : libpq.PQerrorMessage(self->connection));
	/* whatever ends the connection is told as an error of it, and not of a statement */
	self->lost = self->lost || g_strcmp0(severity, "FATAL") == 0 ||
		     g_strcmp0(severity, "PANIC") == 0 ||
		     libpq.PQstatus(self->connection) != CONNECTION_OK;
	if (state == NULL && self->lost)
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

/* When what is asked now has to be answered, by g_get_monotonic_time; 0 whenever it is */
static gint64
find_end(const Connection *self)
{
	return self->patience > 0 ? g_get_monotonic_time() +
					    (gint64)(self->patience + PATIENCE_MORE) * G_USEC_PER_SEC
				  : 0;
}

/* Waits until the socket is ready for one of @events. Returns: FALSE when it is not by @end, and the connection is lost */
static bool
wait_socket(Connection *self, short events, gint64 end)
{
	struct pollfd one = {.fd = libpq.PQsocket(self->connection), .events = events};
	int n = 0;
	do {
		gint64 left = end == 0 ? -1 : MAX(end - g_get_monotonic_time(), 0) / 1000 + 1;
		n = poll(&one, 1, (int)left);
	} while (n < 0 && errno == EINTR);
	self->lost = self->lost || n <= 0;
	return !self->lost;
}

/* Sends what libpq holds, and takes what comes meanwhile, for a server that does not get rid of its answers reads no more */
static bool
flush(Connection *self, gint64 end)
{
	int left;
	while ((left = libpq.PQflush(self->connection)) == 1)
		if (!wait_socket(self, POLLIN | POLLOUT, end) ||
			libpq.PQconsumeInput(self->connection) != 1)
			return false;
	return left == 0;
}

/* Returns: (transfer full) the next answer, NULL when there is no more, or none in time: then the connection is lost */
static PGresult *
take_answer(Connection *self, gint64 end)
{
	/* what fails here PQgetResult tells */
	bool more = !self->lost && flush(self, end);
	while (more && libpq.PQisBusy(self->connection) == 1)
		more = wait_socket(self, POLLIN, end) && libpq.PQconsumeInput(self->connection) == 1;
	return self->lost ? NULL : libpq.PQgetResult(self->connection);
}

/* @sent: of PQsend…. Returns: (transfer full) of all answers the first that is bad, else the last; NULL when there is none */
static PGresult *
take_result(Connection *self, int sent)
{
	PGresult *kept = NULL;
	gint64 end = find_end(self);
	for (PGresult *next; sent == 1 && (next = take_answer(self, end)) != NULL;) {
		bool bad = kept != NULL && libpq.PQresultStatus(kept) == PGRES_FATAL_ERROR;
		libpq.PQclear(bad ? next : kept);
		kept = bad ? kept : next;
	}
	return kept;
}

/* What came over the socket meanwhile is taken: the end of the server, too */
static bool
pgsql_is_alive(void *connection)
{
	Connection *self = connection;
	self->lost = self->lost || libpq.PQconsumeInput(self->connection) != 1 ||
		     libpq.PQstatus(self->connection) != CONNECTION_OK;
	return !self->lost;
}

static bool
pgsql_is_open(void *connection)
{
	const Connection *self = connection;
	return libpq.PQtransactionStatus(self->connection) != PQTRANS_IDLE;
}

static bool
pgsql_script(void *connection, const char *sql, GError **error)
{
	Connection *self = connection;
	PGresult *result = take_result(self, libpq.PQsendQuery(self->connection, sql));
	ExecStatusType status = libpq.PQresultStatus(result);
	bool good = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK ||
		    status == PGRES_EMPTY_QUERY;
	if (!good) {
		fail(self, result, error);
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
	static const char *const names[] = {"connect_timeout", "keepalives_idle",
		"keepalives_interval", "keepalives_count", "tcp_user_timeout", "application_name",
		"options", "dbname", "client_encoding", NULL};
	const char *const values[] = {CONNECT_SECONDS, "30", "10", "3", "20000", "dondoc",
		"-c lock_timeout=10s", where, "UTF8", NULL};
	Connection *self = g_new0(Connection, 1);
	self->connection = libpq.PQconnectdbParams(names, values, 1);
	if (!check_server(self->connection, error)) {
		pgsql_close(self);
		return NULL;
	}
	libpq.PQsetNoticeReceiver(self->connection, ignore_notice, NULL);
	if (libpq.PQsetnonblocking(self->connection, 1) != 0) {
		fail(self, NULL, error);
		pgsql_close(self);
		return NULL;
	}
	/* not among the options: the URL's own would replace it, and target_session_attrs would look at it */
	if ((mode == DD_DB_READ_ONLY || mode == DD_DB_AT_REST) &&
		!pgsql_script(self, "SET default_transaction_read_only = on", error)) {
		pgsql_close(self);
		return NULL;
	}
	return self;
}

static bool
pgsql_set_patience(void *connection, unsigned seconds, GError **error)
{
	Connection *self = connection;
	char sql[128];
	g_snprintf(sql, sizeof(sql),
		"SET statement_timeout = '%us'; SET idle_in_transaction_session_timeout = '%us'",
		seconds, seconds);
	self->patience = seconds;
	return pgsql_script(self, sql, error);
}

static void *
pgsql_prepare(void *connection, const char *sql, GError **error)
{
	Connection *owner = connection;
	Prepared *self = g_new0(Prepared, 1);
	self->connection = owner;
	g_snprintf(self->name, sizeof(self->name), "s%u", ++owner->names);
	PGresult *result = take_result(
		owner, libpq.PQsendPrepare(owner->connection, self->name, sql, 0, NULL));
	bool good = libpq.PQresultStatus(result) == PGRES_COMMAND_OK;
	if (!good)
		fail(owner, result, error);
	libpq.PQclear(result);
	return good ? self : (g_free(self), NULL);
}

static void
pgsql_unprepare(void *prepared)
{
	Prepared *self = prepared;
	char sql[32];
	g_snprintf(sql, sizeof(sql), "DEALLOCATE %s", self->name);
	if (!self->connection->lost)
		libpq.PQclear(take_result(
			self->connection, libpq.PQsendQuery(self->connection->connection, sql)));
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
	self->result = take_result(self->connection,
		libpq.PQsendQueryPrepared(self->connection->connection, self->name, (int)n,
			arguments.values, arguments.lengths, arguments.formats, 1));
	if (is_good(self->result))
		return self;
	fail(self->connection, self->result, error);
	pgsql_finish(self);
	return NULL;
}

/* Takes all answers up to that of the sync; the first that is bad is the error */
static bool
take_answers(Connection *self, GError **error)
{
	bool good = true;
	gint64 end = find_end(self);
	for (;;) {
		PGresult *result = take_answer(self, end);
		if (result == NULL) {
			if (!self->lost && libpq.PQstatus(self->connection) == CONNECTION_OK)
				continue; /* it parts the answers */
			return good && fail(self, NULL, error);
		}
		ExecStatusType status = libpq.PQresultStatus(result);
		if (good && !is_good(result) && status != PGRES_PIPELINE_SYNC)
			good = fail(self, result, error);
		libpq.PQclear(result);
		if (status == PGRES_PIPELINE_SYNC)
			return good;
	}
}

static bool
pgsql_run_many(void *prepared, const DdDbValue *values, size_t n, size_t times, GError **error)
{
	Prepared *self = prepared;
	Connection *owner = self->connection;
	PGconn *connection = owner->connection;
	Arguments arguments;
	bool good = libpq.PQenterPipelineMode(connection) == 1 || fail(owner, NULL, error);
	for (size_t at = 0; good && at < times; at += PIPELINED) {
		size_t end = MIN(at + PIPELINED, times);
		for (size_t i = at; good && i < end; i++) {
			good = fill(&arguments, values + i * n, n, error);
			if (good && libpq.PQsendQueryPrepared(connection, self->name, (int)n,
					    arguments.values, arguments.lengths, arguments.formats,
					    1) != 1)
				good = fail(owner, NULL, error);
		}
		if (libpq.PQpipelineSync(connection) != 1)
			return good && fail(owner, NULL, error);
		good = take_answers(owner, good ? error : NULL) && good;
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
	.is_alive = pgsql_is_alive,
	.is_open = pgsql_is_open,
	.set_patience = pgsql_set_patience,
	.script = pgsql_script,
	.prepare = pgsql_prepare,
	.unprepare = pgsql_unprepare,
	.run = pgsql_run,
	.run_many = pgsql_run_many,
	.next = pgsql_next,
	.get = pgsql_get,
	.finish = pgsql_finish,
};
