using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace UnionBot.Web.Console.Shared;

/// <summary>Answers of the console.</summary>
internal static class ConsolePages
{
    public static RazorComponentResult<TPage> Show<TPage>(params (string Name, object? Value)[] parameters)
        where TPage : IComponent =>
        new(parameters.ToDictionary(p => p.Name, p => p.Value));

    public static IResult Refused() => Note(
        StatusCodes.Status403Forbidden, "这一页您暂时看不了", "您的账号没有这一页的权限。需要的话，请找管理员开通。");

    public static IResult Missing() => Note(StatusCodes.Status404NotFound, "没有找到", "这一条不存在，或者不归您的单位管。");

    public static IResult Stale() => Note(
        StatusCodes.Status400BadRequest, "页面放得有点久了", "刚才填的没有收到。请按浏览器的“后退”，刷新页面后再提交一次。");

    public static IResult Broken() => Note(
        StatusCodes.Status500InternalServerError, "出了点问题", "刚才的可能没有做成。请回到上一页刷新，看一眼再试；一直不行，请告诉技术人员。");

    /// <param name="most">In bytes.</param>
    public static IResult TooLarge(long most) => Note(
        StatusCodes.Status413PayloadTooLarge, "文件太大", $"最多 {most >> 20} MB，请拆分后分别上传。");

    public static RazorComponentResult<NotePage> Note(int status, string title, string words)
    {
        var page = Show<NotePage>((nameof(NotePage.Title), title), (nameof(NotePage.Words), words));
        page.StatusCode = status;
        return page;
    }

    /// <summary>After a form: the page anew, so that a reload sends nothing again.</summary>
    public static IResult GoTo(string address) => new SeeOther(address);

    public static void SendTo(HttpResponse response, string address)
    {
        response.StatusCode = StatusCodes.Status303SeeOther;
        response.Headers.Location = address;
    }

    private sealed class SeeOther(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            SendTo(httpContext.Response, address);
            return Task.CompletedTask;
        }
    }
}
