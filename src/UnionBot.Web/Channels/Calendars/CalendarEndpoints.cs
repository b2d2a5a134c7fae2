using System.Text;
using UnionBot.Services.LegalAid.Calendars;

namespace UnionBot.Web.Channels.Calendars;

/// <summary>Lawyers' calendars at their secret addresses. Whoever has the address reads it, so it holds nothing of whom or what about.</summary>
internal static class CalendarEndpoints
{
    public const string Folder = CalendarAddress.Folder;

    private const string ContentType = "text/calendar; charset=utf-8";

    public static void MapCalendars(this IEndpointRouteBuilder routes) => routes.MapGet(Folder + "/{file}", ReadAsync);

    /// <summary>404 for a secret that is wrong, renewed or ended, and for one whose lawyer has left.</summary>
    private static async Task<IResult> ReadAsync(string file, HttpContext http, LawyerCalendars calendars, CalendarWriter writer, CancellationToken ct)
    {
        OwnPages.Protect(http.Response);
        http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        if (!file.EndsWith(CalendarAddress.Extension, StringComparison.Ordinal)) return TypedResults.NotFound();

        var entries = await calendars.ReadAsync(file[..^CalendarAddress.Extension.Length], ct);
        return entries is null ? TypedResults.NotFound() : TypedResults.Text(writer.Write(entries), ContentType, Encoding.UTF8);
    }
}
