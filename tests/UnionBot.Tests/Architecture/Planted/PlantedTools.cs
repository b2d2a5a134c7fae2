// Planted violation: tools used away from home. Quartz is not referenced here, so its name is planted too.
namespace UnionBot.Services.PlantedC
{
    internal static class PlantedTools
    {
        public static HandlebarsDotNet.IHandlebars Engine() => HandlebarsDotNet.Handlebars.Create();

        public static Quartz.PlantedScheduler Scheduler() => new();

        public static Type Platform() => typeof(WeChat.Messages.PushReader);
    }
}

namespace Quartz
{
    internal sealed class PlantedScheduler;
}
