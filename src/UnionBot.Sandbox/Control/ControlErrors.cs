using UnionBot.Sandbox.Actions;

namespace UnionBot.Sandbox.Control;

/// <summary>Turns what a caller did wrong into a status and a sentence.</summary>
internal static class ControlErrors
{
    public static void UseControlErrors(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        try
        {
            await next(http);
        }
        catch (ActionRefused refused)
        {
            await Results.Conflict(new { error = refused.Message }).ExecuteAsync(http);
        }
        catch (BadHttpRequestException wrong)
        {
            await Results.Json(new { error = wrong.Message }, statusCode: wrong.StatusCode).ExecuteAsync(http);
        }
    });
}
